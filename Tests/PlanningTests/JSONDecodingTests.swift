import Foundation
import Planning
import TestSeeds
import Testing

/// What comes from outside is bounded first, and then read into types as Foundation's decoder would read it.
@Suite struct JSONDecodingTests {
    private struct Everything: Codable, Equatable {
        struct Part: Codable, Equatable {
            var name: String
            var flags: [Bool]
            var deeper: [String: [Int?]]
        }

        var text: String
        var number: Int
        var small: UInt8
        var long: Int64
        var share: Double
        var nothing: String?
        var missing: Int?
        var parts: [Part]
        var bytes: Data
        var any: JSONValue

        static func random(_ chance: inout SeededGenerator) -> Everything {
            func number() -> Int { Int.random(in: -1_000_000...1_000_000, using: &chance) }
            let parts = (0..<Int.random(in: 0...3, using: &chance)).map { index in
                Part(
                    name: "æ\(index)", flags: [Bool.random(using: &chance)],
                    deeper: ["k": [number(), nil], "": []])
            }
            return Everything(
                text: "\u{1F469}\u{200D}\u{1F3EB} \(number())", number: number(),
                small: UInt8.random(in: .min ... .max, using: &chance),
                long: Int64.random(in: .min ... .max, using: &chance),
                share: Double(number()) / 7, nothing: Bool.random(using: &chance) ? "x" : nil, missing: nil,
                parts: parts,
                bytes: Data((0..<number().magnitude % 40).map { UInt8(truncatingIfNeeded: $0) }),
                any: ["a": [1, "b", nil, true]])
        }
    }

    @Test func `a typed value is read as Foundation's decoder reads it`() throws {
        let seed = UInt64.random(in: 0...UInt64(UInt32.max))
        var chance = SeededGenerator(seed: seed)
        for _ in 0..<300 {
            let sent = Everything.random(&chance)
            let bytes = try JSONEncoder().encode(sent)
            let read = try JSONValue.parse(bytes).decode(Everything.self)
            #expect(read == sent, "seed \(seed)")
            #expect(try JSONDecoder().decode(Everything.self, from: bytes) == read, "seed \(seed)")
        }
    }

    @Test(arguments: [
        ("{}", "text"), (#"{"text":1}"#, "text"), (#"{"text":"","number":"1"}"#, "number"),
        (#"{"text":"","number":1.5}"#, "number"), (#"{"text":"","number":1e40}"#, "number"),
        (#"{"text":"","number":1,"small":256}"#, "small"), (#"{"text":"","number":1,"small":-1}"#, "small"),
        (#"{"text":"","number":1,"small":1,"long":9223372036854775808}"#, "long"),
        (#"{"text":"","number":1,"small":1,"long":1,"share":1e999}"#, "share"), (#"{"text":null}"#, "text"),
    ])
    func `what does not fit is refused at its place`(_ text: String, _ place: String) throws {
        let value = try JSONValue.parse(text)
        do {
            _ = try value.decode(Everything.self)
            Issue.record("read \(text)")
        } catch let error as DecodingError {
            let found: String? =
                switch error {
                case .keyNotFound(let key, _): key.stringValue
                case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
                    context.codingPath.last?.stringValue
                @unknown default: nil
                }
            #expect(found == place)
        }
    }

    @Test func `a number keeps every digit where a value of any kind is read`() throws {
        struct Holder: Decodable { let any: JSONValue }
        let text = #"{"any":[1.0,12345678901234567890123]}"#
        #expect(try JSONValue.parse(text).decode(Holder.self).any.text() == "[1.0,12345678901234567890123]")
    }

    /// The beginnings of a nesting, each with what closes one level of it.
    private static let brackets: [(open: String, close: String)] = [
        ("[", "]"), (#"{"a":"#, "}"), (#"[{"a":"#, "}]"), ("[1,", "]"), (" [\n", " ]"), (#"{"a":1,"b":["#, "]}"),
    ]

    @Test func `no nesting of any depth, whole or cut at any byte, ends the process`() {
        var read = 0
        for depth in 1...2_000 {
            for (open, close) in Self.brackets {
                let opening = Array(String(repeating: open, count: depth).utf8)
                let whole = opening + Array("1".utf8) + Array(String(repeating: close, count: depth).utf8)
                // Far below the limit every byte is a place to cut at; above it the rest is never looked at.
                let cuts = depth <= 40 ? Array(0...whole.count) : [opening.count - 1, opening.count, whole.count]
                for cut in cuts {
                    guard let value = try? JSONValue.parse(Array(whole[..<cut])) else { continue }
                    read += 1
                    #expect((try? value.decode(Everything.self)) == nil)
                    #expect(depth <= JSONLimits.standard.depth)
                }
            }
        }
        #expect(read > 50)
    }
}
