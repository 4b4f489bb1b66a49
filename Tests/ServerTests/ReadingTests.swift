import Facilitation
import Foundation
import HTTPTypes
import Planning
import Rooms
import Storage
import TestLoop
import Testing
import Transport

@testable import Application
@testable import Server

extension ServerTests {
    /// Who reads leaves nothing behind, and what many read is read once.
    @Suite struct ReadingTests {
        /// Every address that a GET route has in the example week, each parameter with all that it may be.
        @ServiceLoop private func addresses(_ bench: ServerBench) async throws -> [(route: String, address: String)] {
            let values: [String: [String]] = [
                "weekId": [bench.weekID], "sessionId": ["s-1"], "modelId": ["k-1", "c-1"], "unitId": ["u-skole"],
                "joinCode": [try await bench.joinCode(of: "s-1")], "format": ["json", "md", "csv", "ics"],
                "part": ["units", "goals"], "number": ["1"], "version": ["1"], "schemaName": ["goal-plan"],
                "knockId": ["k"], "exportId": ["x"], "participantId": ["p-1"], "partyId": ["u-skole"],
            ]
            return bench.components.routes().filter { $0.method == .get }.flatMap { route in
                var addresses = [route.path]
                for (name, all) in values {
                    addresses = addresses.flatMap { address in
                        address.contains("{\(name)}") ? all.map { address.replacing("{\(name)}", with: $0) } : [address]
                    }
                }
                return addresses.map { (route.path, $0) }
            }
        }

        @Test @ServiceLoop func `no GET writes anything, whoever asks, and however often`() async throws {
            let bench = try await ServerBench.withExample()
            let leader = try await bench.token(.leader, week: bench.weekID, unit: "u-skole")
            let tokens = [
                try await bench.token(.administrator), leader,
                try await bench.token(.facilitator, week: bench.weekID, session: "s-1"),
                try await bench.token(.participant, week: bench.weekID, session: "s-1", unit: "u-skole"),
            ]
            // A finished plan that is shown, so that there is something to read.
            let path = "/weeks/\(bench.weekID)/units/u-skole/goal-plan"
            let milestone =
                #"{"items":[{"section":"milestones","fields":{"text":"Status","due":"2027-05-01"}}]}"#
            for (method, suffix, body) in [
                (HTTPRequest.Method.patch, "", milestone), (.post, "/versions", ""), (.put, "/citizen-plan", ""),
            ] {
                let answer = try await bench.send(method, path + suffix, token: leader, body: body, ifMatch: "*")
                #expect(answer.status < 300, "\(suffix) \(String(decoding: answer.body, as: UTF8.self))")
            }
            let before = bench.storage.statistics.bodies
            var answered: Set<String> = []
            let addresses = try await addresses(bench)
            #expect(addresses.allSatisfy { !$0.address.contains("{") }, "each parameter is filled in")
            for (route, address) in addresses {
                for token in tokens {
                    for _ in 0..<2 {
                        let status = try await bench.send(.get, address, token: token).status
                        if status == 200 { answered.insert(route) }
                        #expect(status < 500, "\(address)")
                    }
                    #expect(bench.storage.statistics.bodies == before, "\(address)")
                }
            }
            let unanswered = Set(addresses.map(\.route)).subtracting(answered)
            // Of these there is nothing in the example: no version of a model, no export under way, nobody who joined.
            #expect(
                unanswered == [
                    "/models/{modelId}/versions/{number}",
                    "/weeks/{weekId}/exports/{exportId}", "/weeks/{weekId}/exports/{exportId}/archive.zip",
                    "/sessions/{sessionId}/participants/{participantId}",
                    "/sessions/{sessionId}/participants/{participantId}/removal",
                ], "\(unanswered)")
        }

        @Test @ServiceLoop func `what calendars told is stored afterwards, in one transaction`() async throws {
            let bench = try await ServerBench.withExample()
            let token = try await bench.token(.administrator)
            let addresses = [
                "/sessions/s-1/outcome.ics", "/weeks/\(bench.weekID)/units/u-skole/goal-plan-draft.ics",
                "/weeks/\(bench.weekID)/units/u-fam/goal-plan-draft.ics",
            ]
            let before = bench.storage.statistics.bodies
            var first: [[UInt8]] = []
            for address in addresses { first.append(try await bench.send(.get, address, token: token).body) }
            #expect(bench.storage.statistics.bodies == before)
            await bench.components.calendars.store()
            #expect(bench.storage.statistics.bodies == before + 1)
            await bench.components.calendars.store()
            #expect(bench.storage.statistics.bodies == before + 1, "nothing new")
            let week = bench.weekID
            #expect(try await bench.storage.read { try $0.toldCalendar(weekID: week, name: "draft:u-skole") } != nil)
            for (address, told) in zip(addresses, first) {
                let again = try await bench.send(.get, address, token: token).body
                #expect(sequences(again) == sequences(told), "\(address)")
            }
        }

        private func sequences(_ calendar: [UInt8]) -> [Substring] {
            String(decoding: calendar, as: UTF8.self).split(separator: "\r\n").filter { $0.hasPrefix("SEQUENCE") }
        }

        @Test @ServiceLoop func `a unit's draft and its plan open no document`() async throws {
            let bench = try await ServerBench.withExample()
            let token = try await bench.token(.administrator)
            let path = "/weeks/\(bench.weekID)/units/u-skole/goal-plan"
            for address in [path, path + "-draft", path + "-draft.md", "/sessions/s-1/outcome.md"] {
                #expect(try await bench.send(.get, address, token: token).status == 200)
            }
            #expect(try await bench.send(.get, "/weeks/\(bench.weekID)/outcome.zip", token: token).status == 200)
            #expect(bench.components.rooms.documents.isEmpty)
        }

        @Test @ServiceLoop func `a change is answered with what it made itself, whoever changes meanwhile`()
            async throws
        {
            let bench = try await ServerBench.withExample()
            let token = try await bench.token(.administrator)
            let path = "/weeks/\(bench.weekID)/units/u-skole/goal-plan"
            let tasks = (0..<30).map { number in
                Task { @ServiceLoop in
                    try await bench.send(
                        .patch, path, token: token,
                        body: #"{"items":[{"section":"milestones","fields":{"text":"Nr. \#(number)"}}]}"#, ifMatch: "*")
                }
            }
            for (number, task) in tasks.enumerated() {
                let answer = try await task.value
                let made = try #require(answer.json?["outcome"]?["revision"]?.int)
                #expect(answer.json?["plan"]?["revision"]?.int == made)
                #expect(answer.fields[.eTag] == "\"\(made)\"")
                #expect(String(decoding: answer.body, as: UTF8.self).contains("Nr. \(number)"))
            }
        }

        @Test @ServiceLoop
        func `a leader takes from the draft they saw: by its number, or after a restart by what it says`() async throws
        {
            let bench = try await ServerBench.withExample()
            let token = try await bench.token(.administrator)
            let path = "/weeks/\(bench.weekID)/units/u-skole/goal-plan"
            func take(_ draft: String) async throws -> ServerBench.Answer {
                try await bench.send(
                    .post, path + "/imports", token: token,
                    body: #"{\#(draft),"decisions":[{"section":"signs","choice":"take"}]}"#, ifMatch: "*")
            }
            func draft() async throws -> (version: Int, tag: String) {
                let view = try await bench.send(.get, path, token: token).json
                return (try #require(view?["draftVersion"]?.int), try #require(view?["draftTag"]?.string))
            }
            #expect(try await take(#""draftVersion":1"#).status == 409, "nobody has seen one")
            let first = try await draft()
            #expect(first.version == 1)
            #expect(
                try await bench.send(.patch, "/models/k-1", token: token, body: #"{"level":"knowledge"}"#).status == 200
            )
            let second = try await draft()
            #expect(second.version == 2 && second.tag != first.tag)
            #expect(
                try await take(#""draftVersion":1,"draftTag":"\#(second.tag)""#).status == 201, "it says what was seen")
            #expect(try await take(#""draftVersion":2,"draftTag":"0""#).status == 409)
            // The process was started anew: it knows of no drafts that were opened.
            bench.components.drafts.forget()
            #expect(try await take(#""draftVersion":9,"draftTag":"\#(second.tag)""#).status == 201)
            #expect(try await take(#""draftVersion":1"#).status == 409, "an old one that nobody took from")
            let kept = try await bench.storage.read { [week = bench.weekID] reader in
                try reader.drafts(weekID: week, unitID: "u-skole").map(\.version)
            }
            #expect(kept == [2])
        }
    }
}
