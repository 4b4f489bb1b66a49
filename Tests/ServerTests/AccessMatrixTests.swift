import Facilitation
import HTTPTypes
import Storage
import Testing
import Transport

@testable import Server

extension ServerTests {
    /// Every route for every kind of person: a route that is not in the table fails the test.
    @Suite struct AccessMatrixTests {
        enum Kind: String, CaseIterable {
            case nobody, unknownToken, expired, revoked
            case administrator, facilitator, participant, observer, leader
            /// Of the same week: another session's participant, another unit's leader.
            case elsewhere, otherLeader
            /// Everything, in another week.
            case stranger

            var hasNoGrant: Bool { [.nobody, .unknownToken, .expired, .revoked].contains(self) }
        }

        private static let everybody = Set(Kind.allCases)
        private static let known = everybody.filter { !$0.hasNoGrant }
        private static let ofWeek = known.subtracting([.stranger])
        private static let ofSession = ofWeek.subtracting([.elsewhere])
        private static let workers: Set<Kind> = [.administrator, .facilitator, .participant]
        private static let facilitators: Set<Kind> = [.administrator, .facilitator]
        private static let readersOfPlan: Set<Kind> = [.administrator, .facilitator, .participant, .leader]

        private static let table: [String: Set<Kind>] = [
            "POST /sign-in": everybody, "POST /sign-out": everybody, "GET /me": everybody, "GET /fields": everybody,
            "GET /agendas": everybody, "GET /openapi.json": everybody, "GET /join/{joinCode}": everybody,
            "POST /join": everybody,
            "GET /weeks": known,
            "POST /weeks": [.administrator], "POST /weeks/import": [.administrator],
            "PATCH /weeks/{weekId}": [.administrator],
            "GET /weeks/{weekId}": ofWeek,
            "GET /weeks/{weekId}/export": facilitators, "POST /weeks/{weekId}/sessions": facilitators,
            "GET /sessions/{sessionId}": ofSession,
            "POST /sessions/{sessionId}/models": facilitators, "POST /sessions/{sessionId}/invitations": facilitators,
            "GET /models/{modelId}": ofSession,
            "PATCH /models/{modelId}": workers, "POST /models/{modelId}/confirmations": workers,
            "DELETE /models/{modelId}/confirmations/{partyId}": workers,
            "GET /weeks/{weekId}/units/{unitId}/goal-plan-draft": readersOfPlan,
            "GET /weeks/{weekId}/units/{unitId}/goal-plan-draft.json": readersOfPlan,
            "GET /weeks/{weekId}/units/{unitId}/goal-plan-draft.md": readersOfPlan,
        ]

        @ServiceLoop private func token(_ kind: Kind, _ bench: ServerBench) async throws -> String? {
            let week = bench.weekID
            return switch kind {
            case .nobody: nil
            case .unknownToken: Token.make()
            case .expired: try await bench.token(.administrator, expiresAt: 2)
            case .revoked: try await bench.token(.administrator, isRevoked: true)
            case .administrator: try await bench.token(.administrator)
            case .facilitator: try await bench.token(.facilitator, week: week, session: "s-1")
            case .participant: try await bench.token(.participant, week: week, session: "s-1", unit: "u-skole")
            case .observer: try await bench.token(.observer, week: week, session: "s-1")
            case .leader: try await bench.token(.leader, week: week, unit: "u-skole")
            case .elsewhere: try await bench.token(.participant, week: week, session: "s-2", unit: "u-fam")
            case .otherLeader: try await bench.token(.leader, week: week, unit: "u-fam")
            case .stranger: try await bench.token(.facilitator, week: "uge-2")
            }
        }

        @Test @ServiceLoop func `each role reaches what it should and nothing else; strangers cannot tell what exists`()
            async throws
        {
            let bench = try await ServerBench.withExample()
            try await bench.storage.write { writer in
                try writer.insertWeek(WeekRecord(id: "uge-2", document: "{}", createdAt: 1))
            }
            let routes = bench.services.routes()
            #expect(Set(routes.map { "\($0.method.rawValue) \($0.path)" }) == Set(Self.table.keys))
            let there = [
                "weekId": bench.weekID, "sessionId": "s-1", "modelId": "k-1", "unitId": "u-skole", "partyId": "u-skole",
                "joinCode": "ABCD2345",
            ]
            let nowhere = there.mapValues { _ in "nej" }
            for kind in Kind.allCases {
                let credential = try await token(kind, bench).map { AccessControl.Credential.bearer($0) }
                let principal = try await bench.services.access.principal(credential)
                #expect((principal == nil) == kind.hasNoGrant)
                for route in routes {
                    let name = "\(route.method.rawValue) \(route.path)"
                    let status = try await status(route, principal, there, bench)
                    let isAllowed = try #require(Self.table[name]).contains(kind)
                    #expect((status == nil) == isAllowed, "\(kind) \(name): \(status ?? 200)")
                    if kind.hasNoGrant, let status { #expect(status == 401, "\(kind) \(name)") }
                    if kind == .stranger, let status {
                        #expect(status == 404, "\(kind) \(name)")
                        #expect(try await self.status(route, principal, nowhere, bench) == 404, "\(name)")
                    }
                }
            }
        }

        @ServiceLoop private func status(
            _ route: Route, _ principal: Principal?, _ parameters: [String: String], _ bench: ServerBench
        ) async throws -> Int? {
            do {
                try await bench.services.access.check(route.requirement, principal: principal, parameters: parameters)
                return nil
            } catch let problem as Problem {
                return problem.status.code
            }
        }

        @Test @ServiceLoop func `a cookie counts only together with the page's own origin; a bearer token needs none`()
            async throws
        {
            let bench = try await ServerBench.withExample()
            let token = try await bench.token(.administrator)
            let body =
                #"{"title":"Uge","municipality":{"name":"K"},"start":"2027-01-18","end":"2027-01-22","units":[],"citizenGroups":[]}"#
            func status(_ token: String?, _ cookie: String?, _ origin: String?) async throws -> Int {
                try await bench.send(.post, "/weeks", token: token, cookie: cookie, origin: origin, body: body).status
            }
            #expect(try await status(nil, token, ServerBench.origin) == 201)
            for origin in [
                nil, "https://evil.example", "null", ServerBench.origin + ".evil.example", "http://samspil.example.dk",
            ] {
                #expect(try await status(nil, token, origin) == 403)
            }
            #expect(try await status(token, nil, nil) == 201)
            #expect(try await status(token, nil, "https://evil.example") == 201)
            #expect(try await status(nil, nil, "https://evil.example") == 403)
            #expect(try await status(nil, nil, nil) == 401)
            #expect(try await bench.send(.get, "/weeks", cookie: token).status == 200, "reading is safe")
        }

        @Test @ServiceLoop func `connections are closed when nothing their token was given holds any more`()
            async throws
        {
            let bench = try await ServerBench.withExample()
            let registry = SocketRegistry()
            var peers: [Int: RegisteredPeer] = [:]
            let tokens = [
                try await bench.token(.observer, week: bench.weekID), try await bench.token(.observer, expiresAt: 50),
                try await bench.token(.observer, isRevoked: true),
            ]
            for (number, token) in tokens.enumerated() {
                let peer = RegisteredPeer(UInt64(number))
                peers[number] = peer
                registry.add(peer, tokenHash: Token.hash(token))
            }
            try await registry.closeExpired(bench.storage, now: 49)
            #expect(peers[0]?.code == nil && peers[1]?.code == nil && peers[2]?.code == 4401)
            try await registry.closeExpired(bench.storage, now: 50)
            #expect(peers[0]?.code == nil && peers[1]?.code == 4401)
            registry.closeAll(tokenHash: Token.hash(tokens[0]))
            #expect(peers[0]?.code == 4401)
        }
    }
}
