import Facilitation
import Foundation
import Planning
import Testing
import Transport

@testable import Rooms
@testable import Server

extension ServerTests {
    /// The description of the interface by itself: that it is whole, that the repository's copy is the present one, and
    /// that what goes over a session's socket is what it says.
    @Suite struct DescriptionTests {
        private static let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..")

        private static func document() async throws -> JSONValue {
            let routes = try await Task { @ServiceLoop in try ServerBench.empty().components.routes() }.value
            return OpenAPIDocument.make(for: routes)
        }

        private static func components() async throws -> [String: JSONValue] {
            try #require(await document()["components"]?["schemas"]?.object)
        }

        // MARK: The document

        @Test func `the repository's copy, which the page is generated from, is the present one`() async throws {
            let kept = try JSONValue.parse(Data(contentsOf: Self.root.appending(path: "Web/openapi.json")))
            let told: Comment = "samspil openapi > Web/openapi.json && node Web/generate.mjs"
            let isPresent = try await kept == Self.document()
            #expect(isPresent, told)
        }

        @Test func `nothing in the description is of any shape, and all that is referred to is there`() async throws {
            let document = try await Self.document()
            var faults: [String] = []
            Self.walk(document, "$", document["components"]?["schemas"]?.object ?? [:], &faults)
            #expect(faults == [])
        }

        private static func walk(
            _ value: JSONValue, _ path: String, _ components: [String: JSONValue], _ faults: inout [String]
        ) {
            for (place, element) in (value.array ?? []).enumerated() {
                walk(element, "\(path)[\(place)]", components, &faults)
            }
            guard let members = value.object else { return }
            if let fault = members[JSONSchema.faultMember] { faults.append("\(path): \(fault.text())") }
            if members[JSONSchema.nameMember] != nil { faults.append("\(path): is no component") }
            if let name = members["$ref"]?.string?.split(separator: "/").last, components[String(name)] == nil {
                faults.append("\(path): there is no \(name)")
            }
            if members["type"]?.string == "object", members["properties"] == nil, members["additionalProperties"] == nil
            {
                faults.append("\(path): an object of any shape")
            }
            for (name, member) in members { walk(member, "\(path).\(name)", components, &faults) }
        }

        // MARK: The session's socket

        @Test func `every command and event that was ever kept is what its schema says`() async throws {
            let components = try await Self.components()
            let file = Self.root.appending(path: "Tests/Shared/StoredFormat.txt")
            let text = try String(contentsOf: file, encoding: .utf8)
            var kinds: [String: Set<String>] = [:]
            for (what, samples) in text.split(separator: "\n").map(Self.samples) {
                for sample in samples {
                    let faults = SchemaCheck.faults(sample, ["$ref": .string("#/" + what)], components)
                    #expect(faults == [], "\(sample.text())")
                    kinds[what, default: []].insert(sample["kind"]?.string ?? "")
                }
            }
            #expect(kinds["SessionCommand"] == Set(CommandRegistry.sentByPages.map { $0.kind }))
            #expect(kinds["SessionEvent"] == Set(EventRegistry.all.map { $0.kind }))
            #expect(kinds["ShownState"] == [""])
        }

        /// What a line of the file has that can be sent, and the component it is.
        private static func samples(_ line: Substring) -> (String, [JSONValue]) {
            let word = String(line.prefix { $0 != " " })
            let rest = line.dropFirst(word.count + 1)
            switch word {
            case "command", "event":
                let written = rest.components(separatedBy: " → ").dropFirst()
                    .map { $0.components(separatedBy: " ✗ ")[0] }
                let known = written.compactMap { try? JSONValue.parse(Data($0.utf8)) }.filter { value in
                    guard word == "event" else { return true }
                    return EventRegistry.all.contains { $0.kind == value["kind"]?.string }
                }
                return (word == "command" ? "SessionCommand" : "SessionEvent", known)
            case "told":
                let told = rest.split(separator: /(?:^| )(?:owner|leading|others) (?=\{)/).dropFirst()
                return ("SessionEvent", told.compactMap { try? JSONValue.parse(Data($0.utf8)) })
            case "state":
                let shown = rest.ranges(of: "} {").lazy.compactMap { place in
                    try? JSONValue.parse(Data(("{" + rest[place.upperBound...]).utf8))
                }.first { $0["people"] != nil }
                return ("ShownState", shown.map { [$0] } ?? [])
            default: return ("", [])
            }
        }

        @Test func `every message of a session is what its schema says`() async throws {
            let components = try await Self.components()
            for text in try Self.messages() {
                let faults = SchemaCheck.faults(
                    try JSONValue.parse(Data(text.utf8)), ["$ref": "#/SessionMessage"], components)
                #expect(faults == [], "\(text)")
            }
            let choices = try #require(components["SessionMessage"]?["oneOf"]?.array)
            let described = choices.compactMap { $0["$ref"]?.string }
            #expect(described.count == Set(described).count)
            let types = try Self.messages().compactMap { try JSONValue.parse(Data($0.utf8))["type"]?.string }
            let known = described.compactMap { components[String($0.split(separator: "/").last ?? "")] }
                .compactMap { $0["properties"]?["type"]?["const"]?.string }
            #expect(Set(types) == Set(known), "a message without a schema, or a schema without a message")
        }

        /// One of each that the server says.
        private static func messages() throws -> [String] {
            let summary: ModelSummary = try JSONValue.parse(
                Data(
                    """
                    {"id":"m","sessionId":"s","weekId":"w","title":"T","level":"knowledge","locked":false,
                    "contentVersion":"v","missing":["task"],"parties":["u"],"goalIds":["g"],"confirmations":[{"unitId":"u",
                    "function":"Leder","on":"2027-01-19","state":"current","isFromCorrectedSeat":false}],
                    "withdrawals":[{"externalId":"e","by":"maker"}],"state":"draft"}
                    """.utf8)
            ).decode(ModelSummary.self)
            let shown: JSONValue = ["id": "p", "displayName": "Ærke", "function": "", "unitId": "u"]
            let waits: JSONValue = ["knockId": "k", "person": shown]
            let person = try shown.decode(ShownPerson.self)
            let knock = try waits.decode(ShownKnock.self)
            let you = SessionMessage.You(
                role: .participant, participantId: "p", unitId: "u", externalId: nil, function: "Lærer")
            let said: [SessionMessage] = [
                .welcome(sequence: 1, now: 2, you: you), .presence(["p"]), .presenceChange(came: ["p"], left: []),
                .participant(person), .model(summary), .accepted(id: "1", sequence: 3),
                .refused(id: "1", code: "notPermitted", reason: "Nej.", reasonEn: "No."), .pong(now: 5),
                .storage(works: true), .reactions([.thanks: 2]), .door([knock], count: 1), .namesDeleted(["p"]),
            ]
            for message in said { Self.isAmong(message) }
            let state = SessionState(agenda: [AgendaPhase(id: "f", title: "Mål", minutes: 5)])
            func delivered(_ partBytes: Int) -> [String] {
                let delivery = StatePicture(of: state, isForLeading: true).delivery(to: "p", partBytes: partBytes)
                return Array(sequence(state: delivery) { $0.next() })
            }
            let event = SessionMessage.event(sequence: 1, at: 2, json: #"{"kind":"released"}"#)
            return said.map(\.text) + [event] + delivered(1_000_000) + delivered(64)
        }

        /// A case that is added has to be added above too.
        private static func isAmong(_ message: SessionMessage) {
            switch message {
            case .welcome, .presence, .presenceChange, .participant, .model, .accepted, .refused, .pong, .storage,
                .reactions, .door, .namesDeleted:
                break
            }
        }
    }
}
