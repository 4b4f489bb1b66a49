import Facilitation
import Foundation
import Planning
import TestSeeds
import Testing

/// What is stored and sent, held to the letter by a file that was written once: every command and event with its JSON,
/// and with each member left out or of another type; what each audience is told; the state after each event; and what
/// long sessions of fixed seeds come to. A journal outlives the program that wrote it.
///
/// `SAMSPIL_WRITE_FORMAT=1` writes the file anew: for a kind that is added, never for one that is there.
struct StoredFormatTests {
    private static let file = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../Shared/StoredFormat.txt")

    @Test func `every command, event and state is read and written as it always was`() throws {
        let now = try (Self.readings() + Self.tellings() + Self.states() + Self.sessions())
        if ProcessInfo.processInfo.environment["SAMSPIL_WRITE_FORMAT"] != nil {
            try Data((now.joined(separator: "\n") + "\n").utf8).write(to: Self.file)
        }
        let stored = try String(contentsOf: Self.file, encoding: .utf8).split(separator: "\n").map(String.init)
        #expect(stored.count == now.count)
        for (line, expected) in zip(now, stored) where line != expected {
            Issue.record("it was\n\(expected)\nand is\n\(line)")
        }
    }

    // MARK: Reading

    private static func readings() throws -> [String] {
        var lines: [String] = []
        for (json, _) in JSONTests.commands {
            for text in try mutants(of: json) {
                let page = outcome { try JSONValue.parse(text).decode(SessionCommand.self) }
                lines.append("command \(text) \(outcome { try decode(SessionCommand.self, text) }) \(page)")
            }
        }
        for (json, _) in JSONTests.events {
            for text in try mutants(of: json) {
                lines.append("event \(text) \(outcome { try decode(SessionEvent.self, text) })")
            }
        }
        for text in [
            "[]", "{}", "7", #"{"kind":null}"#, #"{"kind":["enterPhase"]}"#, #"{"kind":"EnterPhase"}"#,
            #"{"kind":""}"#, #"{"kind":"unknown"}"#, #"{"kind":"redacted"}"#, #"{"kind":"join"}"#,
            #"{"kind":"confirmModel","modelId":7}"#, #"{"kind":"createModel"}"#, #"{"kind":"setModelLevel"}"#,
            #"{"kind":"withdrawConfirmation"}"#, #"{"kind":"correctParticipant"}"#, #"{"kind":"modelRemoved"}"#,
            #"{"kind":"modelCreated","level":"knowledge","modelId":"m1","title":"T"}"#,
            #"{"by":"moon","kind":"confirmationWithdrawn","modelId":"m1","unitId":"u"}"#,
            #"{"by":7,"kind":"confirmationWithdrawn","modelId":"m1","unitId":"u"}"#,
            #"{"externalId":"e","kind":"confirmationWithdrawn","modelId":"m1","unitId":"u"}"#,
        ] {
            lines.append("command \(text) \(outcome { try decode(SessionCommand.self, text) })")
            lines.append("event \(text) \(outcome { try decode(SessionEvent.self, text) })")
        }
        return lines
    }

    /// The text as it is, and with each member, at any depth, left out, null, and of another type.
    private static func mutants(of json: String) throws -> [String] {
        func variants(_ value: Any) -> [Any] {
            if let members = value as? [String: Any] {
                var all: [Any] = []
                for key in members.keys.sorted() {
                    let others: [Any?] = [nil, NSNull(), 7, 1e300, "x", [Any](), [String: Any](), true]
                    for other in others + variants(members[key] ?? NSNull()) {
                        var changed = members
                        changed[key] = other
                        all.append(changed)
                    }
                }
                return all
            }
            guard let elements = value as? [Any] else { return [] }
            var all: [Any] = []
            for place in elements.indices {
                for other in variants(elements[place]) {
                    var changed = elements
                    changed[place] = other
                    all.append(changed)
                }
            }
            return all
        }
        let whole = try JSONSerialization.jsonObject(with: Data(json.utf8))
        return try [json]
            + variants(whole).map { value in
                let data = try JSONSerialization.data(withJSONObject: value, options: [.sortedKeys])
                return String(decoding: data, as: UTF8.self)
            }
    }

    private static func outcome(_ read: () throws -> some Encodable) -> String {
        do {
            return "→ " + (try text(read()))
        } catch let fault as CommandFault {
            return "✗ \(fault)"
        } catch DecodingError.keyNotFound(let key, let context) {
            return "✗ keyNotFound \(key.stringValue) in \(path(context))"
        } catch DecodingError.typeMismatch(let type, let context) {
            return "✗ typeMismatch \(type) in \(path(context))"
        } catch DecodingError.valueNotFound(let type, let context) {
            return "✗ valueNotFound \(type) in \(path(context))"
        } catch DecodingError.dataCorrupted(let context) {
            return "✗ dataCorrupted in \(path(context))"
        } catch {
            return "✗ \(error)"
        }
    }

    private static func path(_ context: DecodingError.Context) -> String {
        context.codingPath.map(\.stringValue).joined(separator: ".")
    }

    private static func decode<T: Decodable>(_ type: T.Type, _ text: String) throws -> T {
        try JSONDecoder().decode(type, from: Data(text.utf8))
    }

    private static func text(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    // MARK: Telling, folding, deciding

    private static func tellings() throws -> [String] {
        try JSONTests.events.map { json, event in
            let told = try Audience.allCases.map { "\($0) \(try text(event.shown(to: $0)))" }
            return "told \(event.owner ?? "-") \(told.joined(separator: " "))"
        }
    }

    private static func states() throws -> [String] {
        var state = SessionState(agenda: Bench.agenda, interpretations: ["trust": "Vi siger til"])
        return try JSONTests.events.enumerated().map { place, event in
            state.apply(event.1, at: Int64(1_000 + place), sequence: Int64(place + 1))
            return "state \(try text(state)) \(try text(state.shown(isForLeading: true)))"
        }
    }

    /// What each command of a long session was answered, as a number that any other answer would change.
    private static func sessions() throws -> [String] {
        try (UInt64(1)...12).map { seed in
            var generator = SeededGenerator(seed: seed)
            var digest = Digest()
            var bench = Bench(models: [SessionModel(id: "m0", title: "T", level: .knowledge)])
            for _ in 0..<300 {
                bench.now += Int64.random(in: -5_000...90_000, using: &generator)
                let command = RandomStreamTests.command(using: &generator)
                switch bench.send(command, by: RandomStreamTests.actor(using: &generator)) {
                case .success(let events): for event in events { digest.take(try text(event)) }
                case .failure(let refusal): digest.take("\(refusal.code) \(refusal.fields)")
                }
            }
            digest.take(try stored(bench.state))
            let fitting = ShownStateTests.session(&generator)
            for record in fitting.log { digest.take(try text(record.event)) }
            digest.take(try stored(fitting.state))
            return "session \(seed) \(digest.value)"
        }
    }

    /// The state as stored, but for who is ready: a set, which has no order.
    private static func stored(_ state: SessionState) throws -> String {
        var members = try JSONValue.parse(try text(state)).object ?? [:]
        members["ready"] = .array(state.ready.sorted().map(JSONValue.string))
        return JSONValue.object(members).text()
    }

    /// FNV-1a.
    private struct Digest {
        private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

        mutating func take(_ text: String) {
            for byte in text.utf8 { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 }
        }
    }
}
