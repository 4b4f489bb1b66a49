import Facilitation
import Foundation
import HTTPTypes
import Storage
import Testing
import Transport

@testable import Application
@testable import Server

extension ServerTests {
    /// Every route for every kind of person, as the documentation's table has it: a route that is not there fails.
    @Suite struct AccessMatrixTests {
        enum Kind: String, CaseIterable {
            case unknownToken, expired, revoked, nobody
            case administrator, facilitator, participant, observer, leader
            /// Of the same week: another session's participant, another unit's leader.
            case elsewhere, otherLeader
            /// Everything, in another week.
            case stranger

            var hasNoGrant: Bool { [.nobody, .unknownToken, .expired, .revoked].contains(self) }
        }

        /// The cells of a table of the documentation, by what stands first in the row.
        private static func documented(_ heading: String) throws -> [String: [String]] {
            let file = URL(filePath: #filePath).deletingLastPathComponent()
                .appending(path: "../../Sources/Server/Server.docc/Authorisation.md")
            let text = try String(contentsOf: file, encoding: .utf8)
            let section = try #require(text.components(separatedBy: "\n### ").first { $0.hasPrefix(heading + "\n") })
            let rows = section.split(separator: "\n").filter { $0.hasPrefix("| `") }
            return Dictionary(
                uniqueKeysWithValues: rows.map { row in
                    let cells = row.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
                    return (cells[0].replacing("`", with: ""), Array(cells.dropFirst()))
                })
        }

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
            let table = try Self.documented("Routes")
            let there = [
                "weekId": bench.weekID, "sessionId": "s-1", "modelId": "k-1", "unitId": "u-skole", "partyId": "u-skole",
                "joinCode": "ABCD2345", "grantId": "1", "knockId": "k", "number": "1",
                "participantId": "p-1",
            ]
            let nowhere = there.mapValues { _ in "nej" }
            var answers: [String: [String]] = [:]
            for kind in Kind.allCases {
                let credential = try await token(kind, bench).map { AccessControl.Credential.bearer($0) }
                let principal = try await bench.components.access.principal(credential)
                #expect((principal == nil) == kind.hasNoGrant)
                for route in bench.components.routes() {
                    let status = try await status(route, principal, there, bench)
                    answers["\(route.method.rawValue) \(route.path)", default: []].append(status.map { "\($0)" } ?? "✓")
                    if kind == .stranger, status != nil {
                        #expect(try await self.status(route, principal, nowhere, bench) == status, "\(route.path)")
                    }
                }
            }
            for (route, cells) in answers.sorted(by: { $0.key < $1.key }) {
                // Unknown, expired and revoked tokens are answered as none is.
                #expect(Set(cells.prefix(4)).count == 1, "\(route)")
                // The last column, a session that has ended, is walked against a running server.
                #expect(table[route]?.dropLast() == cells.dropFirst(3), "\(route): \(cells.dropFirst(3))")
            }
            #expect(Set(table.keys) == Set(answers.keys))
        }

        @Test func `the table of commands is the one that decides`() throws {
            let table = try Self.documented("Commands to a session")
            #expect(Set(table.keys) == Set(CommandRegistry.all.map { $0.kind }))
            for command in CommandRegistry.all {
                let cells = try #require(table[command.kind])
                // A leader is in a session as an observer.
                let roles: [Role] = [.administrator, .facilitator, .participant, .observer, .observer]
                let expected = roles.map { role in
                    guard command is any PageCommand.Type else { return "unknownCommand" }
                    return command.roles.contains(role) ? "✓" : "notPermitted"
                }
                #expect(Array(cells[1...5]) == expected, "\(command.kind)")
            }
        }

        @ServiceLoop private func status(
            _ route: Route, _ principal: Principal?, _ parameters: [String: String], _ bench: ServerBench
        ) async throws -> Int? {
            do {
                try await bench.components.access.check(route.requirement, principal: principal, parameters: parameters)
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
    }
}
