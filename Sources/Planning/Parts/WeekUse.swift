/// A place in a week that refers to something: why it cannot be taken away.
package struct WeekUse: Sendable, Hashable {
    /// What refers to it: `goal "…"`, in a sentence.
    package let words: LocalizedText

    /// - Parameter words: completes the sentence "it is in use in …".
    package init(words: LocalizedText) {
        self.words = words
    }

    /// Everything in a week that refers to a thing: found by the interchange format's own references.
    ///
    /// - Parameter week: the whole document as it stands, with sessions and models.
    package static func uses(
        of kind: EntityKind, _ id: String, in week: JSONValue, definitions: FieldDefinitions
    ) -> [WeekUse] {
        var validator = SchemaValidator()
        validator.check(week, against: InterchangeSchema.week(definitions))
        validator.checkSources(of: week)
        var seen: Set<WeekUse> = []
        return validator.places(of: kind, id).compactMap { path in
            guard let use = use(at: path.description, in: week, besides: id) else { return nil }
            return seen.insert(use).inserted ? use : nil
        }
    }

    /// - Parameter path: `$.goals[2].unitId`.
    private static func use(at path: String, in week: JSONValue, besides id: String) -> WeekUse? {
        let parts = path.split(whereSeparator: { ".[]".contains($0) }).map(String.init)
        guard parts.count > 1 else { return nil }
        let (member, item) = (parts[1], parts.count > 2 ? Int(parts[2]).flatMap { week[parts[1]]?[$0] } : nil)
        // A source lists its objectives by itself.
        if path.contains(".objectiveIds["), member == "policies" || member == "budgetAgreements" { return nil }
        if let part = WeekPart.all.first(where: { $0.member == member }) {
            guard let entity = part.entity else {
                return WeekUse(words: .init(da: "årets udvælgelse", en: "the yearly selection"))
            }
            return named(entity.name, item.map(part.name) ?? "")
        }
        switch member {
        case "sessions": return named(EntityKind.session.name, item?["title"]?.string ?? "")
        case "marketPosts": return named(EntityKind.marketPost.name, item?["text"]?.string ?? "")
        case "models": return named(EntityKind.model.name, item?["fields"]?["title"]?.string ?? "")
        default: return WeekUse(words: .init(da: member, en: member))
        }
    }

    private static func named(_ kind: LocalizedText, _ name: String) -> WeekUse {
        let short = name.abbreviated(to: 80)
        return WeekUse(words: .init(da: "\(kind.da) »\(short)«", en: "\(kind.en) “\(short)”"))
    }
}
