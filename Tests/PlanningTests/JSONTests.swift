import TestSeeds
import Planning
import Testing

@Suite struct JSONTests {
    @Test func `numbers keep every digit they were written with`() throws {
        for literal in ["0", "-0", "1.0", "1e5", "12345678901234567890123", "0.1", "-2.50E-3"] {
            #expect(try JSONValue.parse("[\(literal)]").text() == "[\(literal)]")
        }
    }

    @Test func `text keeps every character, escaped or not`() throws {
        let text = #"{"æ":"\u00e5 \ud83d\ude00 \" \\ \/ \n\t\u0001"}"#
        let value = try JSONValue.parse(text)
        #expect(value["æ"]?.string == "å 😀 \" \\ / \n\t\u{1}")
        #expect(try JSONValue.parse(value.text()) == value)
        #expect(try JSONValue.parse(value.text(pretty: true)) == value)
    }

    @Test func `equal objects are written as the same bytes`() throws {
        #expect(try JSONValue.parse(#"{"b":1,"a":[{"d":2,"c":null}]}"#).text() == #"{"a":[{"c":null,"d":2}],"b":1}"#)
    }

    @Test(arguments: [
        "", "{", "[1,]", "{\"a\" 1}", "{\"a\":1,}", "01", "1.", "-", "1e", "nul", "\"\u{1}\"", "\"\\x\"", "\"\\ud800\"",
        "\"\\ud800\\u0041\"", "\"\\udc00\"", "{\"a\":1,\"a\":2}", "[] []", "\"abc", "{1:2}", "+1", "'a'", "[1 2]",
    ])
    func `what isn't JSON is refused`(_ text: String) {
        #expect(throws: JSONParsingError.self) { try JSONValue.parse(text) }
    }

    @Test func `bytes that aren't UTF-8 are refused`() {
        #expect(throws: JSONParsingError.self) { try JSONValue.parse([0x22, 0xFF, 0x22]) }
        #expect(throws: JSONParsingError.self) { try JSONValue.parse([0x22, 0xC0, 0x80, 0x22]) }
    }

    @Test func `nesting and size are bounded before memory is taken`() throws {
        let deep = String(repeating: "[", count: 100_000)
        #expect { try JSONValue.parse(deep) } throws: { ($0 as? JSONParsingError)?.reason == .tooDeep(limit: 32) }
        let atLimit = String(repeating: "[", count: 32) + String(repeating: "]", count: 32)
        _ = try JSONValue.parse(atLimit)
        #expect(throws: JSONParsingError.self) { try JSONValue.parse("[1,2,3]", limits: JSONLimits(bytes: 6)) }
    }

    @Test func `random values survive writing and reading`() throws {
        let seed = UInt64.random(in: .min ... .max)
        print("seed \(seed)")
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<300 {
            let value = Self.random(depth: 0, &generator)
            #expect(try JSONValue.parse(value.text(pretty: Bool.random(using: &generator))) == value, "seed \(seed)")
        }
    }

    @Test func `random damage is refused or read, never a trap`() throws {
        let seed = UInt64.random(in: .min ... .max)
        print("seed \(seed)")
        var generator = SeededGenerator(seed: seed)
        let bytes = Array(#"{"a":[1,-2.5e3,"x\u00e6\n",true,null,{"b":{}}]}"#.utf8)
        for _ in 0..<3_000 {
            var damaged = bytes
            for _ in 0..<Int.random(in: 1...4, using: &generator) {
                damaged[Int.random(in: 0..<damaged.count, using: &generator)] = UInt8.random(
                    in: 0...255, using: &generator)
            }
            damaged.removeLast(Int.random(in: 0...3, using: &generator))
            if let value = try? JSONValue.parse(damaged) { #expect(try JSONValue.parse(value.text()) == value) }
        }
    }

    private static func random(depth: Int, _ generator: inout SeededGenerator) -> JSONValue {
        switch Int.random(in: 0...(depth > 4 ? 3 : 5), using: &generator) {
        case 0: return .null
        case 1: return .bool(Bool.random(using: &generator))
        case 2: return .integer(Int.random(in: -1_000_000...1_000_000, using: &generator))
        case 3: return .string(randomText(&generator))
        case 4:
            return .array(
                (0..<Int.random(in: 0...4, using: &generator)).map { _ in random(depth: depth + 1, &generator) })
        default:
            return .object(
                Dictionary(
                    (0..<Int.random(in: 0...4, using: &generator)).map { _ in
                        (randomText(&generator), random(depth: depth + 1, &generator))
                    }, uniquingKeysWith: { first, _ in first }))
        }
    }

    private static func randomText(_ generator: inout SeededGenerator) -> String {
        let scalars: [Unicode.Scalar] = ["a", "æ", "Å", "\"", "\\", "\n", "\u{0}", "\u{1F600}", "\u{2028}", "/", " "]
        var text = ""
        for _ in 0..<Int.random(in: 0...8, using: &generator) {
            text.unicodeScalars.append(scalars[Int.random(in: 0..<scalars.count, using: &generator)])
        }
        return text
    }
}
