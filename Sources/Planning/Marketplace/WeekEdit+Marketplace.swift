extension WeekEdit {
    /// Posts of a week at once: a few of each unit's for each of its citizen groups.
    package static let mostMarketPosts = 1_000
    /// Posts of one unit at once, where the week has few units.
    package static let mostMarketPostsOfUnit = 40

    /// How many posts each unit of a week may have: its share, so that one that fills its own leaves the others theirs.
    package static func marketShare(in week: JSONValue) -> Int {
        min(mostMarketPostsOfUnit, max(1, mostMarketPosts / max(1, week.elements("units").count)))
    }

    /// Whether a unit of a week may post once more.
    package static func hasMarketRoom(for unitID: String, in week: JSONValue) -> Bool {
        week.elements("marketPosts").count { $0["unitId"]?.string == unitID } < marketShare(in: week)
    }
    /// Bytes of a post: a sentence or two.
    package static let marketPostBytes = 2_000

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
        var validator = declaring(week)
        validator.check(body, against: newPostSchema)
        if let text = body["text"]?.string, text.utf8.count > marketPostBytes {
            validator.report(.tooLong(limit: marketPostBytes), at: JSONPath.root["text"])
        }
        if let goal = Week(stored: week).goal(body["goalId"]?.string), goal.unitId != body["unitId"]?.string {
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
        of match: MarketMatch, _ body: JSONValue, id: String, session: Week.Session, in week: JSONValue,
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
