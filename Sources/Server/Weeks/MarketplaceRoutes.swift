import Application
import Facilitation
import Foundation
import HTTPTypes
import Planning
import Rooms
import Storage
import Transport

/// The marketplace of a week: posts of what units offer and need for a citizen group, and the collaborations made of
/// them. Posts are part of the week's document, and so are stored, checked and exported with it; a collaboration names
/// its posts.
@ServiceLoop
struct MarketplaceRoutes: Resource {
    let weeks: WeekRepository
    let rooms: RoomRegistry
    let storage: any Storage
    let definitions: FieldDefinitions
    let models: ModelMaker

    private nonisolated static let path = "/weeks/{weekId}/marketplace"
    private nonisolated static let id = Schema.object(["id": Schema.string])
    /// An observer reads only: an observer belongs to no unit.
    private nonisolated static let posters: Set<Role> = [.administrator, .facilitator, .participant, .leader]

    private struct CollaborationBody: Decodable {
        let offerId, needId, sessionId: String
    }

    var routes: [Route] {
        [
            Route(
                .get, Self.path, for: .week(.members), "What units offer and need, and which of it fits together.",
                ExchangeDescription(response: Schema.of(MarketplaceView.self))
            ) { try await self.marketplace($0) },
            Route(
                .post, Self.path, for: .week(Self.posters), "Post what a unit of one's own offers or needs.",
                ExchangeDescription(
                    request: Schema.object(
                        [
                            "kind": Schema.oneOf(MarketPost.Kind.allCases.map(\.rawValue)), "unitId": Schema.string,
                            "citizenGroupId": Schema.string, "text": Schema.string,
                        ], optional: ["goalId": Schema.string]), status: 201, response: Self.id)
            ) { try await self.postOnMarketplace($0) },
            Route(
                .delete, Self.path + "/{postId}", for: .week(Self.posters),
                "Take a post of one's own unit away, while no collaboration was made of it.",
                ExchangeDescription(status: 204)
            ) { try await self.withdrawPost($0) },
            Route(
                .post, Self.path + "/collaborations", for: .week(.facilitators),
                "Make a collaboration of an offer and a need, at a level, in a session.",
                ExchangeDescription(
                    request: Schema.object([
                        "offerId": Schema.string, "needId": Schema.string, "sessionId": Schema.string,
                        "level": Schema.level, "title": Schema.string,
                    ]), status: 201, response: Self.id)
            ) { try await self.makeCollaboration($0) },
        ]
    }

    // MARK: Looking

    /// Posts, matches and what was made of them. Which of it the caller may change is part of the answer.
    private func marketplace(_ context: RequestContext) async throws -> Response {
        let week = try await weeks.withModels(context.parameter(.week))
        let principal = try context.requirePrincipal()
        var collaborations: [String: MarketplaceView.Collaboration] = [:]
        for model in week.models where !model.marketPostIds.isEmpty {
            let room = try await rooms.session(ofModel: model.id)
            // What was decided; what is written since would cost every reader a look through the document.
            guard let decided = room.state.model(model.id) else { continue }
            collaborations[model.id] = .init(
                modelId: model.id, sessionId: room.id, title: decided.title, level: decided.level)
        }
        let sessions = week.sessions.filter { session in
            principal.role(inSession: session.id, ofWeek: week.id)?.leadsSessions == true
        }
        return try .json(
            MarketplaceView(
                week, unitIds: units(of: principal, in: week), sessionIds: sessions.map(\.id),
                collaborations: collaborations))
    }

    /// The units that a principal may post for: facilitators for every unit, leaders and participants for their own.
    private func units(of principal: Principal, in week: Week) -> [String] {
        let runsIt = !principal.roles(inWeek: week.id).isDisjoint(with: .facilitators)
        let own = Set(principal.grants.filter { $0.weekID == week.id }.compactMap(\.unitID))
        return week.units.map(\.id).filter { runsIt || own.contains($0) }
    }

    // MARK: Posting

    /// A unit that the week does not have is the form's fault (422), another's unit is refused (403).
    private func postOnMarketplace(_ context: RequestContext) async throws -> Response {
        let week = try await weeks.outline(context.parameter(.week))
        let principal = try context.requirePrincipal()
        let body = try context.json()
        if let unit = body["unitId"]?.string, week.unit(unit) != nil, !units(of: principal, in: week).contains(unit) {
            throw Problem.notOwnUnit
        }
        let id = "op-" + NewID.make()
        let function = try await function(of: principal, for: body["unitId"]?.string, in: week)
        try await changeWeek(week.id) { document in
            if let unit = body["unitId"]?.string, !WeekEdit.hasMarketRoom(for: unit, in: document) {
                throw Problem.unitFull(WeekEdit.marketShare(in: document))
            }
            return try WeekEdit.posting(body, id: id, function: function, in: document)
        }
        return try .json(["id": id], status: .created)
    }

    /// The check and the change are one transaction: a collaboration may be made of the post at the same moment.
    private func withdrawPost(_ context: RequestContext) async throws -> Response {
        let week = try await weeks.outline(context.parameter(.week))
        let id = try context.parameter(.post)
        guard let post = week.marketPosts.first(where: { $0.id == id }) else { throw Problem.notFound }
        guard units(of: try context.requirePrincipal(), in: week).contains(post.unitId) else {
            throw Problem.notOwnUnit
        }
        try await changeWeek(week.id) { document, reader in
            guard try !Self.isCollaboration(of: [id], ofWeek: week.id, reader) else {
                throw Problem.conflict(
                    "in-use", "Opslaget er blevet til et samarbejde og kan ikke fjernes.",
                    en: "The post became a collaboration and cannot be removed.")
            }
            return WeekEdit.withdrawing(id, from: document)
        }
        return .noContent
    }

    private func changeWeek(
        _ id: String, _ change: @escaping @Sendable (JSONValue) throws -> JSONValue
    ) async throws {
        try await changeWeek(id) { document, _ in try change(document) }
    }

    private func changeWeek(
        _ id: String, _ change: @escaping @Sendable (JSONValue, any StorageReader) throws -> JSONValue
    ) async throws {
        try await storage.write { writer in
            guard let record = try writer.week(id) else { throw Problem.notFound }
            let changed = try change(try JSONValue.parse(record.document), writer)
            try writer.updateWeek(
                WeekRecord(id: id, document: changed.text(), createdAt: record.createdAt))
        }
    }

    /// The function that a post is signed with: the participant's, as they joined for the unit, or its leader's; nil
    /// for a facilitator who posts for somebody else's.
    private func function(of principal: Principal, for unitID: String?, in week: Week) async throws -> String? {
        guard let unitID else { return nil }
        let grants = principal.grants.filter { $0.weekID == week.id && $0.unitID == unitID }
        if let joined = grants.last(where: { $0.participantID != nil })?.participantID {
            return try await storage.read { try $0.participant(joined) }?.function
        }
        return grants.contains { $0.role == .leader } ? week.unit(unitID)?.leaderFunction : nil
    }

    // MARK: Collaborations

    /// A model that begins with the words of both posts. Everything is checked once more inside the transaction.
    private func makeCollaboration(_ context: RequestContext) async throws -> Response {
        let week = try await weeks.withModels(context.parameter(.week))
        let body = try context.body(CollaborationBody.self)
        guard let planned = week.session(body.sessionId) else { throw Problem.notFound }
        let room = try await rooms.session(planned.id)
        let actor = try context.actor(in: room)
        try context.countCommand(of: actor, in: room)
        let found = MarketMatch.matches(week.marketPosts, models: week.models.map { ($0.id, $0.marketPostIds) })
        guard let match = found.first(where: { $0.offer.id == body.offerId && $0.need.id == body.needId }) else {
            throw Problem.conflict(
                "no-match", "Opslagene passer ikke sammen, eller et af dem er taget ned. Hent markedspladsen igen.",
                en: "The posts do not fit together, or one was taken down. Load the marketplace again.")
        }
        let id = "m-" + NewID.make()
        let document = try WeekEdit.newModel(
            of: match, try context.json(), id: id, session: planned, in: week, definitions: definitions)
        try await models.begin(document, in: room, of: week, by: actor) { writer in
            try Self.checkStillThere(match, ofWeek: week.id, writer)
        }
        return try .json(["id": id], status: .created)
    }

    /// Whether a model was made of all of these posts.
    private nonisolated static func isCollaboration(
        of posts: Set<String>, ofWeek weekID: String, _ reader: any StorageReader
    ) throws -> Bool {
        try reader.models(ofWeek: weekID).contains { record in
            posts.isSubset(of: Week.Model(try JSONValue.parse(record.document)).marketPostIds)
        }
    }

    /// - Throws: `Problem` 409 where a post was withdrawn meanwhile, or somebody else made the collaboration first.
    private nonisolated static func checkStillThere(
        _ match: MarketMatch, ofWeek weekID: String, _ reader: any StorageReader
    ) throws {
        guard let record = try reader.week(weekID) else { throw Problem.notFound }
        let posts = Set(Week(stored: try JSONValue.parse(record.document)).marketPosts.map(\.id))
        let wanted: Set<String> = [match.offer.id, match.need.id]
        guard wanted.isSubset(of: posts) else {
            throw Problem.conflict(
                "no-match", "Et af opslagene er taget ned. Hent markedspladsen igen.",
                en: "One of the posts was taken down. Load the marketplace again.")
        }
        guard try !isCollaboration(of: wanted, ofWeek: weekID, reader) else {
            throw Problem.conflict(
                "made-already", "De to opslag er allerede blevet til et samarbejde.",
                en: "The two posts have become a collaboration already.")
        }
    }
}

extension Problem {
    fileprivate static func unitFull(_ share: Int) -> Problem {
        .conflict(
            "unit-full",
            "Enheden har allerede \(share) opslag på markedspladsen, og der er ikke plads til flere. Tag et ned, før I slår "
                + "et nyt op. Intet er ændret.",
            en: "The unit has \(share) posts on the marketplace already, and there is no room for more. Take one down "
                + "before you post a new one. Nothing was changed.")
    }

    fileprivate static let notOwnUnit = Problem(
        .forbidden, "not-own-unit", "Det kan kun enheden selv gøre.", en: "Only the unit itself can do that.")
}
