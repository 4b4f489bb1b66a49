@testable import CRDT
import Testing

/// Plain values on the wire and as JSON.
@Suite struct ValueTests {
    private static func encode(_ value: Value) -> [UInt8] {
        var writer = ByteWriter()
        writer.writeValue(value)
        return writer.finish()
    }

    private static func decode(_ bytes: [UInt8]) throws(DecodingError) -> Value {
        try bytes.withUnsafeBufferPointer { (bytes) throws(DecodingError) in
            var reader = ByteReader(bytes)
            let value = try reader.readValue(nesting: 10)
            try reader.expectEnd()
            return value
        }
    }

    /// `encoding.writeAny(encoder, value)` for each value, by lib0.
    @Test(
        "Values have the bytes that lib0 gives them",
        arguments: [
            (.undefined, [127]), (.null, [126]), (0, [125, 0]), (63, [125, 63]), (64, [125, 128, 1]),
            (-1, [125, 65]), (.number(-0.0), [125, 64]), (-2_147_483_647, [125, 255, 255, 255, 255, 15]),
            (2_147_483_648, [124, 79, 0, 0, 0]), (.number(1.5), [124, 63, 192, 0, 0]),
            (.number(0.1), [123, 63, 185, 153, 153, 153, 153, 153, 154]),
            (.bigInt(-2), [122, 255, 255, 255, 255, 255, 255, 255, 254]), (false, [121]), (true, [120]),
            ("å", [119, 2, 195, 165]), (.object(["k": 1]), [118, 1, 1, 107, 125, 1]),
            (.array([.null]), [117, 1, 126]), (.bytes([9]), [116, 1, 9]),
        ] as [(Value, [UInt8])])
    func bytes(value: Value, bytes: [UInt8]) throws {
        #expect(Self.encode(value) == bytes)
        let decoded = try Self.decode(bytes)
        #expect(decoded == value)
        #expect(Self.encode(decoded) == bytes)
    }

    @Test("Numbers above 2^53 - 1 and unfinished ones are refused")
    func numbers() throws {
        let largest: [UInt8] = [255, 255, 255, 255, 255, 255, 255, 15]
        largest.withUnsafeBufferPointer { bytes in
            var reader = ByteReader(bytes)
            #expect((try? reader.readVarUInt()) == (1 << 53) - 1)
        }
        for bytes in [[255, 255, 255, 255, 255, 255, 255, 31], [128], [128, 128, 128, 128, 128, 128, 128, 128, 0]]
            as [[UInt8]]
        {
            bytes.withUnsafeBufferPointer { bytes in
                var reader = ByteReader(bytes)
                #expect(throws: DecodingError.self) { try reader.readVarUInt() }
            }
        }
    }

    @Test(
        "JSON is read as JSON.parse reads it",
        arguments: [
            (" {\"a\": [1, -2.5e3, true, null]} ", ["a": .array([1, -2500, true, .null])]),
            ("\"\\u00e5\\n\\ud83d\\ude42\\/\"", "å\n🙂/"), ("0", 0), ("[]", .array([])), ("{}", .object([:])),
            ("{\"a\":1,\"a\":2}", ["a": 2]),
        ] as [(String, Value)])
    func parse(json: String, value: Value) {
        #expect(Value(json: json) == value)
        #expect(Value.isJSON(json))
    }

    @Test(
        "What JSON.parse refuses is refused",
        arguments: [
            "", "undefined", "01", "1.", ".5", "+1", "1e", "'a'", "\"", "\"\t\"", "\"\\x\"", "\"\\u12g4\"", "[1,]",
            "{a:1}",
            "{\"a\"}", "nul", "[1 2]", "{\"a\":1,}", "1 1", "NaN", "-",
        ])
    func refuse(json: String) {
        #expect(Value(json: json) == nil)
        #expect(!Value.isJSON(json))
    }

    @Test("JSON written reads back as the same value")
    func stringify() {
        let value: Value = [
            "text": "\"\\\n\u{1}å🙂", "list": .array([1, .number(0.1), .null, false]), "o": .object([:]),
        ]
        #expect(Value(json: value.json) == value)
        #expect(Value.number(1e300).json == "1e+300")
        #expect(Value.number(.nan).json == "null")
        #expect(Value.object(["a": .undefined, "b": 1]).json == "{\"b\":1}")
    }

    @Test(
        "Bytes that are not UTF-8 are told from those that are",
        arguments: [
            ([0x61, 0xc3, 0xa5], 2), ([0xf0, 0x9f, 0x99, 0x82], 2), ([0xed, 0xa0, 0x80], nil), ([0xc0, 0x80], nil),
            ([0xf4, 0x90, 0x80, 0x80], nil), ([0xe2, 0x82], nil), ([0x80], nil), ([0xff], nil), ([], 0),
            ([0xe0, 0x80, 0x80], nil), (Array(repeating: 0x61, count: 17) + [0xc3], nil),
        ] as [([UInt8], Int?)])
    func utf8(bytes: [UInt8], length: Int?) {
        #expect(bytes.withUnsafeBufferPointer { UTF8Scanner.utf16Length(validating: $0) } == length)
    }
}
