/// What a unit offers or needs for a citizen group, said at the marketplace before there is a collaboration.
package struct MarketPost: Sendable, Hashable {
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
