import Application
import Facilitation
import Foundation
import HTTPTypes
import Planning
import Rooms
import Storage
import Transport

/// The door of a session whose facilitators admit each participant, and participants who become facilitators.
@ServiceLoop
struct DoorRoutes: Resource {
    let rooms: RoomRegistry
    let weeks: WeekRepository
    let storage: any Storage
    let registry: SocketRegistry
    let creation: CreationLimits
    let timing: any LoopTiming

    private struct KnockView: Codable, SchemaRefining {
        static let refinedMembers = ["answer": Schema.oneOf(Knock.Answer.allCases.map(\.rawValue) + ["unknown"])]

        /// `unknown` to a client that waited when the server was started anew: it knocks again.
        let answer: String
    }

    private struct WaitingView: Codable {
        let waiting: [ShownKnock]
        /// Of all who wait.
        let count: Int
    }

    private struct AnswerBody: Decodable {
        let admit: Bool
    }

    private struct AppointmentBody: Decodable {
        let participantId: String
    }

    var routes: [Route] {
        [
            Route(
                .get, "/sessions/{sessionId}/knocks/{knockId}", for: .anybody,
                "What became of a knock: waiting, admitted, refused or unknown.",
                ExchangeDescription(response: Schema.of(KnockView.self))
            ) { context in
                let session = try context.parameter(.session)
                // Only rooms that are open: asking must not open one.
                if let answer = rooms.sessions[session]?.answer(to: try context.parameter(.knock)) {
                    return try .json(KnockView(answer: answer.rawValue))
                }
                // The door forgets an answer soon, and all of them with the server; a telephone sleeps longer.
                let isIn = context.principal?.participation(in: session) != nil
                return try .json(KnockView(answer: isIn ? Knock.Answer.admitted.rawValue : "unknown"))
            },
            Route(
                .get, "/sessions/{sessionId}/knocks", for: .session(.facilitators),
                "Who waits at the door, fifty at most; of a crowd those whose name has these letters.",
                ExchangeDescription(
                    response: Schema.of(WaitingView.self),
                    query: [("name", "Letters of a name, large or small.")])
            ) { context in
                let room = try await rooms.session(context.parameter(.session))
                let named = room.waiting(named: context.query["name"] ?? "")
                return try .json(WaitingView(waiting: named, count: room.waitingCount))
            },
            Route(
                .post, "/sessions/{sessionId}/knocks/{knockId}", for: .session(.facilitators),
                "Let somebody in who knocked, or not. One that was answered stays as it was.",
                ExchangeDescription(request: Schema.of(AnswerBody.self), status: 204)
            ) { try await self.answerKnock($0) },
            Route(
                .post, "/sessions/{sessionId}/facilitators", for: .session(.facilitators),
                "Let a participant lead the session too.",
                ExchangeDescription(request: Schema.of(AppointmentBody.self), status: 204)
            ) { try await self.appoint($0) },
        ]
    }

    /// The token that the knock made begins to hold in the same transaction as the participant is stored.
    private func answerKnock(_ context: RequestContext) async throws -> Response {
        let room = try await rooms.session(context.parameter(.session))
        let body = try context.body(AnswerBody.self)
        try await room.answer(context.parameter(.knock), admit: body.admit)
        return .noContent
    }

    /// The participant's own token gets the role: no new link, nothing to hand over. Its connections are closed and
    /// come back with the new role, since a connection's role is fixed when it is admitted.
    private func appoint(_ context: RequestContext) async throws -> Response {
        let room = try await rooms.session(context.parameter(.session))
        let (id, now) = (try context.body(AppointmentBody.self).participantId, timing.now)
        let last = try await weeks.outline(room.weekID).lastDay(ofSession: room.id)
        let ends = creation.linkEnds(.facilitator, last: last, now: now)
        let token = try await storage.write { writer in
            // Inside the transaction: the participant may be removed, or be made a facilitator, by somebody else
            // meanwhile.
            let valid = try writer.grants(ofSession: room.id, inWeek: room.weekID).filter { $0.isValid(at: now) }
            guard let own = valid.last(where: { $0.participantID == id && $0.sessionID == room.id })
            else { throw Problem(Refusal(.noSuchParticipant)) }
            let leads = valid.contains { $0.tokenHash == own.tokenHash && $0.role == .facilitator }
            if !leads {
                let grant = GrantRecord(
                    tokenHash: own.tokenHash, role: .facilitator, weekID: room.weekID, sessionID: room.id,
                    createdAt: now, expiresAt: ends)
                _ = try writer.insertGrant(grant)
            }
            return own.tokenHash
        }
        try await registry.revoked(tokenHash: token, in: storage, now: now)
        return .noContent
    }
}
