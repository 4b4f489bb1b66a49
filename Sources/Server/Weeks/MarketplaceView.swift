import Application
import Planning

/// The marketplace as one person sees it.
struct MarketplaceView: Codable {
    /// A post with what the caller may do with it.
    struct Post: Codable {
        let id, unitId, citizenGroupId, text: String
        let kind: MarketPost.Kind
        let goalId, function: String?
        /// Whether this person may take it away; one that a collaboration was made of stays.
        let mayWithdraw: Bool
    }

    /// An offer and a need of two units for the same citizen group.
    struct Match: Codable {
        let offerId, needId, citizenGroupId: String
        let collaboration: Collaboration?
    }

    /// What was made of a match.
    struct Collaboration: Codable, Sendable {
        let modelId, sessionId: String
        /// As it was begun.
        let title: String
        let level: Level
    }

    let posts: [Post]
    let matches: [Match]
    /// The units that this person may post for.
    let unitIds: [String]
    /// The sessions where this person may make a collaboration of a match.
    let sessionIds: [String]

    /// - Parameter collaborations: by model.
    init(_ week: Week, unitIds: [String], sessionIds: [String], collaborations: [String: Collaboration]) {
        let used = Set(week.models.flatMap(\.marketPostIds))
        posts = week.marketPosts.map { post in
            Post(
                id: post.id, unitId: post.unitId, citizenGroupId: post.citizenGroupId, text: post.text, kind: post.kind,
                goalId: post.goalId, function: post.function,
                mayWithdraw: unitIds.contains(post.unitId) && !used.contains(post.id))
        }
        matches = MarketMatch.matches(week.marketPosts, models: week.models.map { ($0.id, $0.marketPostIds) }).map {
            Match(
                offerId: $0.offer.id, needId: $0.need.id, citizenGroupId: $0.offer.citizenGroupId,
                collaboration: $0.modelId.flatMap { collaborations[$0] })
        }
        self.unitIds = unitIds
        self.sessionIds = sessionIds
    }
}
