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
