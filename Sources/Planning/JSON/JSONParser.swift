/// Reads JSON (RFC 8259) from bytes. Strict: no comments, no duplicate member names, UTF-8 only. Never traps on
/// input; memory and stack are bounded by ``JSONLimits``.
struct JSONParser {
    private let bytes: [UInt8]
    private let limits: JSONLimits
    private var position = 0

    init(_ bytes: [UInt8], limits: JSONLimits) {
        self.bytes = bytes
        self.limits = limits
    }

    /// One value and nothing behind it.
    ///
    /// - Throws: the first fault, with the byte it is at.
    mutating func parse() throws(JSONParsingError) -> JSONValue {
        guard bytes.count <= limits.bytes else { throw failure(.tooLarge(limit: limits.bytes)) }
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }  // a byte order mark some editors leave
        let value = try value(depth: 0)
        skipSpace()
        guard position == bytes.count else { throw failure(.trailingBytes) }
        return value
    }

    private func failure(_ reason: JSONParsingError.Reason) -> JSONParsingError {
        JSONParsingError(reason: reason, offset: position)
    }

    /// The byte to be read, nil at the end: no place in here reads past it.
    private var next: UInt8? {
        position < bytes.count ? bytes[position] : nil
    }

    private mutating func skipSpace() {
        while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { position += 1 }
    }

    /// - Parameter depth: how many arrays and objects the value is in; recursion goes no deeper than the limit.
    private mutating func value(depth: Int) throws(JSONParsingError) -> JSONValue {
        skipSpace()
        guard let byte = next else { throw failure(.unexpectedEnd) }
        switch byte {
        case UInt8(ascii: "{"): return try object(depth: depth + 1)
        case UInt8(ascii: "["): return try array(depth: depth + 1)
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        default: return .number(try number())
        }
    }

    private mutating func word(_ word: String, _ value: JSONValue) throws(JSONParsingError) -> JSONValue {
        guard bytes[position...].starts(with: word.utf8) else { throw failure(.unexpectedByte) }
        position += word.utf8.count
        return value
    }

    private mutating func expect(_ byte: UInt8) throws(JSONParsingError) {
        skipSpace()
        guard let found = next else { throw failure(.unexpectedEnd) }
        guard found == byte else { throw failure(.unexpectedByte) }
        position += 1
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        skipSpace()
        guard next == byte else { return false }
        position += 1
        return true
    }

    private mutating func array(depth: Int) throws(JSONParsingError) -> JSONValue {
        guard depth <= limits.depth else { throw failure(.tooDeep(limit: limits.depth)) }
        position += 1
        var elements: [JSONValue] = []
        if take(UInt8(ascii: "]")) { return .array(elements) }
        repeat {
            elements.append(try value(depth: depth))
        } while take(UInt8(ascii: ","))
        try expect(UInt8(ascii: "]"))
        return .array(elements)
    }

    /// A name that comes twice is refused: readers differ in which of the two they take (RFC 8259 section 4), and one
    /// of them would check another value than the next uses.
    private mutating func object(depth: Int) throws(JSONParsingError) -> JSONValue {
        guard depth <= limits.depth else { throw failure(.tooDeep(limit: limits.depth)) }
        position += 1
        var members: [String: JSONValue] = [:]
        if take(UInt8(ascii: "}")) { return .object(members) }
        repeat {
            skipSpace()
            guard next == UInt8(ascii: "\"") else { throw failure(next == nil ? .unexpectedEnd : .unexpectedByte) }
            let name = try string()
            guard members[name] == nil else { throw failure(.duplicateMember(name)) }
            try expect(UInt8(ascii: ":"))
            members[name] = try value(depth: depth)
        } while take(UInt8(ascii: ","))
        try expect(UInt8(ascii: "}"))
        return .object(members)
    }

    /// Kept as it is written, digit by digit; only its grammar is checked.
    private mutating func number() throws(JSONParsingError) -> JSONNumber {
        let start = position
        if next == UInt8(ascii: "-") { position += 1 }
        let whole = position
        guard digits() > 0 else {
            throw failure(next == nil ? .unexpectedEnd : start == position ? .unexpectedByte : .invalidNumber)
        }
        if bytes[whole] == UInt8(ascii: "0"), position - whole > 1 { throw failure(.invalidNumber) }
        if next == UInt8(ascii: ".") {
            position += 1
            guard digits() > 0 else { throw failure(.invalidNumber) }
        }
        if next == UInt8(ascii: "e") || next == UInt8(ascii: "E") {
            position += 1
            if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { position += 1 }
            guard digits() > 0 else { throw failure(.invalidNumber) }
        }
        return JSONNumber(checked: String(decoding: bytes[start..<position], as: UTF8.self))
    }

    /// How many digits stand here, which are then read.
    private mutating func digits() -> Int {
        let start = position
        while let byte = next, byte >= 0x30, byte <= 0x39 { position += 1 }
        return position - start
    }

    /// Bytes are gathered and checked once at the closing quote: a letter of several bytes is no case of its own.
    private mutating func string() throws(JSONParsingError) -> String {
        position += 1
        var text: [UInt8] = []
        while let byte = next {
            position += 1
            switch byte {
            case UInt8(ascii: "\""):
                guard let string = String(validating: text, as: UTF8.self) else { throw failure(.invalidUTF8) }
                return string
            case UInt8(ascii: "\\"): try escape(into: &text)
            case 0..<0x20: throw failure(.invalidString)
            default: text.append(byte)
            }
        }
        throw failure(.unexpectedEnd)
    }

    /// What stands after a backslash.
    private mutating func escape(into text: inout [UInt8]) throws(JSONParsingError) {
        guard let byte = next else { throw failure(.unexpectedEnd) }
        position += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
        case UInt8(ascii: "b"): text.append(0x08)
        case UInt8(ascii: "f"): text.append(0x0C)
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "r"): text.append(0x0D)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "u"): text.append(contentsOf: String(try scalar()).utf8)
        default: throw failure(.invalidString)
        }
    }

    /// The scalar after `\u`; half a surrogate pair stands for nothing and is refused.
    private mutating func scalar() throws(JSONParsingError) -> Character {
        let first = try codeUnit()
        var value = UInt32(first)
        if UTF16.isLeadSurrogate(first) {
            guard bytes[position...].starts(with: "\\u".utf8) else { throw failure(.invalidString) }
            position += 2
            let second = try codeUnit()
            guard UTF16.isTrailSurrogate(second) else { throw failure(.invalidString) }
            value = 0x10000 + (UInt32(first) - 0xD800) << 10 + (UInt32(second) - 0xDC00)
        }
        guard let scalar = Unicode.Scalar(value) else { throw failure(.invalidString) }
        return Character(scalar)
    }

    /// Four hexadecimal digits of UTF-16.
    private mutating func codeUnit() throws(JSONParsingError) -> UInt16 {
        var unit: UInt16 = 0
        for _ in 0..<4 {
            guard let byte = next else { throw failure(.unexpectedEnd) }
            guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { throw failure(.invalidString) }
            unit = unit << 4 | UInt16(digit)
            position += 1
        }
        return unit
    }
}
