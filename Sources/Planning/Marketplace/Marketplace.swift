/// What a unit offers or needs for a citizen group, said at the marketplace before there is a collaboration.
package struct MarketPost: Sendable, Hashable {
    /// Which side of a match a post is.
    package enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        case offer, need
    }

    package let id: String
    package let kind: Kind
    package let unitId: String
    package let citizenGroupId: String
    package let text: String
    /// The unit's goal that it is about.
    package let goalId: String?
    /// The function that wrote it, never a name.
    package let function: String?

    /// - Returns: nil when the object is no post.
    init?(_ json: JSONValue) {
        guard let id = json["id"]?.string, let kind = json["kind"]?.string.flatMap(Kind.init),
            let unit = json["unitId"]?.string, let group = json["citizenGroupId"]?.string
        else { return nil }
        (self.id, self.kind, unitId, citizenGroupId) = (id, kind, unit, group)
        text = json["text"]?.string ?? ""
        goalId = presentText(json["goalId"]?.string)
        function = presentText(json["function"]?.string)
    }
}

extension Week {
    /// In the order they were made.
    package var marketPosts: [MarketPost] { source.elements("marketPosts").compactMap(MarketPost.init) }
}

extension Week.Model {
    /// The posts that it was made of.
    package var marketPostIds: [String] { source["marketPostIds"]?.strings ?? [] }
}

/// An offer and a need of two units for the same citizen group: a collaboration that could be, or that was made of it.
package struct MarketMatch: Sendable, Hashable {
    package let offer: MarketPost
    package let need: MarketPost
    /// The collaboration model that was made of the two.
    package let modelId: String?

    /// Every offer with every need of another unit for the same citizen group, in the posts' order: people decide what
    /// fits, nothing here weighs their words.
    ///
    /// - Parameter models: those of the week, for what was made of the posts.
    package static func matches(_ posts: [MarketPost], models: [(id: String, postIds: [String])]) -> [MarketMatch] {
        let made = models.map { (id: $0.id, posts: Set($0.postIds)) }.filter { $0.posts.count > 1 }
        let needs = Dictionary(grouping: posts.filter { $0.kind == .need }, by: \.citizenGroupId)
        return posts.filter { $0.kind == .offer }.flatMap { offer in
            (needs[offer.citizenGroupId] ?? []).filter { $0.unitId != offer.unitId }.map { need in
                MarketMatch(
                    offer: offer, need: need,
                    modelId: made.first { $0.posts.contains(offer.id) && $0.posts.contains(need.id) }?.id)
            }
        }
    }
}

extension WeekEdit {
    /// Posts of a week at once: a few of each unit's for each of its citizen groups.
    package static let mostMarketPosts = 1_000
    /// Posts of one unit at once, where the week has few units.
    package static let mostMarketPostsOfUnit = 40
    /// Bytes of a post: a sentence or two.
    package static let marketPostBytes = 2_000

    /// How many posts each unit of a week may have: its share, so that one that fills its own leaves the others theirs.
    package static func marketShare(in week: JSONValue) -> Int {
        min(mostMarketPostsOfUnit, max(1, mostMarketPosts / max(1, week.elements("units").count)))
    }

    /// Whether a unit of a week may post once more.
    package static func hasMarketRoom(for unitID: String, in week: JSONValue) -> Bool {
        week.elements("marketPosts").count { $0["unitId"]?.string == unitID } < marketShare(in: week)
    }

    private static let newPostSchema = SchemaNode.object(members: [
        "kind": .required(.oneOf(MarketPost.Kind.allCases.map(\.rawValue))), "unitId": .required(.reference(.unit)),
        "citizenGroupId": .required(.reference(.citizenGroup)), "text": .required(.name),
        "goalId": .optional(.reference(.goal)),
    ])

    /// A week with one more post.
    ///
    /// - Parameters:
    ///   - body: `kind`, `unitId`, `citizenGroupId`, `text` and perhaps `goalId`, one of the unit's goals.
    ///   - function: of whoever writes it.
    /// - Throws: every fault of the body.
    package static func posting(
        _ body: JSONValue, id: String, function: String?, in week: JSONValue
    ) throws(ImportFaults) -> JSONValue {
        let planned = Week(stored: week)
        var validator = declaring(planned)
        validator.check(body, against: newPostSchema)
        if let text = body["text"]?.string, text.utf8.count > marketPostBytes {
            validator.report(.tooLong(limit: marketPostBytes), at: JSONPath.root["text"])
        }
        if let goal = planned.goal(body["goalId"]?.string), goal.unitId != body["unitId"]?.string {
            validator.report(.unknownReference(.goal, goal.id), at: JSONPath.root["goalId"])
        }
        let posts = week.elements("marketPosts")
        if posts.count >= mostMarketPosts { validator.report(.tooMany(limit: mostMarketPosts), at: .root) }
        try finish(&validator)
        var post = JSONValue.object(ofPresent: [
            "id": .string(id), "function": function.map(JSONValue.string),
            "goalId": presentText(body["goalId"]?.string)
                .map(JSONValue.string),
        ])
        for member in ["kind", "unitId", "citizenGroupId", "text"] { post[member] = body[member] }
        var week = week
        week["marketPosts"] = .array(posts + [post])
        return week
    }

    /// A week without a post; the list goes with the last.
    package static func withdrawing(_ postID: String, from week: JSONValue) -> JSONValue {
        var week = week
        let left = week.elements("marketPosts").filter { $0["id"]?.string != postID }
        week["marketPosts"] = left.isEmpty ? Optional<JSONValue>.none : .array(left)
        return week
    }

    /// A new collaboration model of an offer and a need: their units are its parties, their goals its goals, and what was
    /// offered and needed its first expectations.
    ///
    /// - Parameter body: `level` and `title`.
    package static func newModel(
        of match: MarketMatch, _ body: JSONValue, id: String, session: Week.Session, in week: Week,
        definitions: FieldDefinitions
    ) throws(ImportFaults) -> JSONValue {
        let goals = FieldCoding.unique([match.offer.goalId, match.need.goalId].compactMap(\.self))
        let asked = JSONValue.object(ofPresent: [
            "level": body["level"], "title": body["title"], "goalIds": .strings(goals),
        ])
        var model = try newModel(asked, id: id, session: session, in: week)
        var fields = model["fields"] ?? [:]
        fields[FieldID.citizenGroup] = .string(match.offer.citizenGroupId)
        fields[FieldID.parties] = .strings([match.offer.unitId, match.need.unitId])
        if definitions.fields.contains(where: { $0.id == FieldID.expectations }) {
            fields[FieldID.expectations] = [
                ["unitId": .string(match.offer.unitId), "give": .string(match.offer.text)],
                ["unitId": .string(match.need.unitId), "need": .string(match.need.text)],
            ]
        }
        model["fields"] = fields
        model["marketPostIds"] = .strings([match.offer.id, match.need.id])
        return model
    }
}
