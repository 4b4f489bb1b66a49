import Facilitation
import HTTPTypes
import Planning
import Storage
import Testing
import Transport

@testable import Application
@testable import Server

extension ServerTests {
    @Suite struct RevocationTests {
        @ServiceLoop private func seat(
            _ number: UInt64, _ token: String, _ role: Role, _ bench: ServerBench, session: String = "s-1"
        ) -> (RegisteredPeer, SocketRegistry.Seat) {
            let peer = RegisteredPeer(number)
            return (
                peer,
                SocketRegistry.Seat(
                    connection: peer, tokenHash: Token.hash(token), sessionID: session, weekID: bench.weekID,
                    role: role)
            )
        }

        @Test @ServiceLoop func `connections are closed when nothing their token was given holds any more`()
            async throws
        {
            let bench = try await ServerBench.withExample()
            let registry = SocketRegistry()
            let tokens = [
                try await bench.token(.observer, week: bench.weekID, session: "s-1"),
                try await bench.token(.observer, week: bench.weekID, session: "s-1", expiresAt: 50),
                try await bench.token(.observer, week: bench.weekID, session: "s-1", isRevoked: true),
            ]
            let seats = tokens.enumerated().map { seat(UInt64($0), $1, .observer, bench) }
            for (_, seat) in seats { registry.add(seat) }
            try await registry.review(bench.storage, now: 49)
            #expect(seats.map(\.0.code) == [nil, nil, 4401])
            try await registry.review(bench.storage, now: 50)
            #expect(seats.map(\.0.code) == [nil, 4401, 4401])
            registry.closeAll(tokenHash: Token.hash(tokens[0]))
            #expect(seats[0].0.code == 4401)
        }

        @Test @ServiceLoop
        func `a token that goes on elsewhere, or as somebody else, loses only what it was let in as`() async throws {
            let bench = try await ServerBench.withExample()
            let registry = SocketRegistry()
            let token = try await bench.token(.participant, week: bench.weekID, session: "s-2")
            let hash = Token.hash(token)
            let (elsewhere, there) = seat(1, token, .participant, bench, session: "s-2")
            let (gone, here) = seat(2, token, .participant, bench)
            let (changed, before) = seat(3, token, .facilitator, bench, session: "s-2")
            for seat in [there, here, before] { registry.add(seat) }
            let seen = registry.revocations
            try await registry.revoked(tokenHash: hash, in: bench.storage, now: 5)
            #expect(elsewhere.code == nil && gone.code == 4404 && changed.code == 1013)
            #expect(registry.revocations == seen + 1, "who is being admitted must be looked up again")
        }

        @Test @ServiceLoop func `what was granted is listed and can be taken back once, by those who lead the session`()
            async throws
        {
            let bench = try await ServerBench.withExample()
            let facilitator = try await bench.token(.facilitator, week: bench.weekID, session: "s-1")
            let invited = try await bench.send(
                .post, "/sessions/s-1/invitations", token: facilitator, body: #"{"role":"observer"}"#)
            let token = try #require(invited.json?["token"]?.string)
            let id = try #require(invited.json?["grantId"]?.int)
            func listed() async throws -> [Int] {
                let list = try await bench.send(.get, "/sessions/s-1/grants", token: facilitator)
                return (list.json?.array ?? []).compactMap { $0["id"]?.int }
            }
            #expect(try await listed().contains(id))
            #expect(try await bench.send(.get, "/sessions/s-1", token: token).status == 200)
            #expect(try await bench.send(.delete, "/sessions/s-1/grants/\(id)", token: token).status == 403)
            #expect(try await bench.send(.delete, "/sessions/s-1/grants/\(id)", token: facilitator).status == 204)
            #expect(try await bench.send(.get, "/sessions/s-1", token: token).status == 401)
            #expect(try await listed().contains(id) == false)
            for unknown in ["\(id)", "999", "x", "-1"] {
                let answer = try await bench.send(.delete, "/sessions/s-1/grants/\(unknown)", token: facilitator)
                #expect(answer.status == 404, "\(unknown)")
            }
        }

        @Test @ServiceLoop func `nobody takes back what was granted in another session or to an administrator`()
            async throws
        {
            let bench = try await ServerBench.withExample()
            let facilitator = try await bench.token(.facilitator, week: bench.weekID, session: "s-1")
            let others = [
                try await bench.token(.participant, week: bench.weekID, session: "s-2"),
                try await bench.token(.administrator), try await bench.token(.facilitator, week: bench.weekID),
            ]
            for token in others {
                let grant = try #require(
                    try await bench.storage.read { try $0.grants(tokenHash: Token.hash(token)) }.first)
                let answer = try await bench.send(.delete, "/sessions/s-1/grants/\(grant.id)", token: facilitator)
                #expect(answer.status == 404)
                #expect(try await bench.components.access.principal(.bearer(token)) != nil)
            }
        }
    }
}
