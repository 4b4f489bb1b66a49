/// Reads JSON as `JSON.parse` does: the grammar of ECMA-404, nothing more lenient.
///
/// Yjs throws on embeds and formats that are not JSON, so the engine must not pass such an update on.
struct JSONScanner {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var position = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
    }

    /// Whether the bytes, which must be UTF-8, are one JSON value nested at most `nesting` deep.
    static func isValid(_ bytes: UnsafeBufferPointer<UInt8>, nesting: Int) -> Bool {
        var scanner = JSONScanner(bytes)
        guard scanner.scanValue(nesting: nesting, build: false) != nil else { return false }
        scanner.skipWhitespace()
        return scanner.position == bytes.count
    }

    /// The value; nil where the bytes are not one JSON value, or nest deeper than `nesting`.
    static func parse(_ bytes: UnsafeBufferPointer<UInt8>, nesting: Int) -> Value? {
        var scanner = JSONScanner(bytes)
        guard let value = scanner.scanValue(nesting: nesting, build: true) else { return nil }
        scanner.skipWhitespace()
        return scanner.position == bytes.count ? value : nil
    }

    /// nil at the end.
    private var current: UInt8? { position < bytes.count ? bytes[position] : nil }

    /// The four characters that ECMA-404 names, and no other space of Unicode.
    private mutating func skipWhitespace() {
        while let byte = current, byte == 0x20 || byte == 0x0a || byte == 0x0d || byte == 0x09 { position += 1 }
    }

    /// Steps over a byte, where it is the next.
    private mutating func take(_ byte: UInt8) -> Bool {
        guard current == byte else { return false }
        position += 1
        return true
    }

    /// Without `build` the value returned is of the right shape to tell success, but empty.
    private mutating func scanValue(nesting: Int, build: Bool) -> Value? {
        skipWhitespace()
        switch current {
        case UInt8(ascii: "{"): return nesting > 0 ? scanObject(nesting: nesting - 1, build: build) : nil
        case UInt8(ascii: "["): return nesting > 0 ? scanArray(nesting: nesting - 1, build: build) : nil
        case UInt8(ascii: "\""): return scanString(build: build).map { .string($0) }
        case UInt8(ascii: "t"): return scanWord("true") ? .bool(true) : nil
        case UInt8(ascii: "f"): return scanWord("false") ? .bool(false) : nil
        case UInt8(ascii: "n"): return scanWord("null") ? .null : nil
        default: return scanNumber(build: build)
        }
    }

    /// `true`, `false` and `null`.
    private mutating func scanWord(_ word: StaticString) -> Bool {
        let count = word.utf8CodeUnitCount
        guard position + count <= bytes.count else { return false }
        for index in 0..<count where bytes[position + index] != word.utf8Start[index] { return false }
        position += count
        return true
    }

    /// Of a name that comes twice the last value counts, as with `JSON.parse`.
    private mutating func scanObject(nesting: Int, build: Bool) -> Value? {
        position += 1
        var members: [String: Value] = [:]
        skipWhitespace()
        if take(UInt8(ascii: "}")) { return .object(members) }
        while true {
            skipWhitespace()
            guard current == UInt8(ascii: "\""), let key = scanString(build: build) else { return nil }
            skipWhitespace()
            guard take(UInt8(ascii: ":")), let value = scanValue(nesting: nesting, build: build) else { return nil }
            if build { members[key] = value }
            skipWhitespace()
            if take(UInt8(ascii: "}")) { return .object(members) }
            guard take(UInt8(ascii: ",")) else { return nil }
        }
    }

    private mutating func scanArray(nesting: Int, build: Bool) -> Value? {
        position += 1
        var elements: [Value] = []
        skipWhitespace()
        if take(UInt8(ascii: "]")) { return .array(elements) }
        while true {
            guard let value = scanValue(nesting: nesting, build: build) else { return nil }
            if build { elements.append(value) }
            skipWhitespace()
            if take(UInt8(ascii: "]")) { return .array(elements) }
            guard take(UInt8(ascii: ",")) else { return nil }
        }
    }

    /// Whether there was at least one.
    private mutating func scanDigits() -> Bool {
        let start = position
        while let byte = current, (0x30...0x39).contains(byte) { position += 1 }
        return position > start
    }

    /// A zero stands alone, and a point and an exponent have digits behind them.
    private mutating func scanNumber(build: Bool) -> Value? {
        let start = position
        _ = take(UInt8(ascii: "-"))
        if !take(UInt8(ascii: "0")) {
            guard scanDigits() else { return nil }
        }
        if take(UInt8(ascii: ".")) {
            guard scanDigits() else { return nil }
        }
        if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
            if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
            guard scanDigits() else { return nil }
        }
        guard build else { return .null }
        let text = String(decoding: bytes[start..<position], as: UTF8.self)
        return Double(text).map { .number($0) }
    }
}

// MARK: - Strings

extension JSONScanner {
    /// Text between escapes is taken in runs: most strings are one.
    private mutating func scanString(build: Bool) -> String? {
        position += 1
        var units: [UInt16] = []
        var text = ""
        var runStart = position
        while let byte = current {
            switch byte {
            case UInt8(ascii: "\""):
                if build { flush(&units, &text, from: runStart) }
                position += 1
                return text
            case UInt8(ascii: "\\"):
                if build, runStart < position { flush(&units, &text, from: runStart) }
                guard let unit = scanEscape() else { return nil }
                if build { units.append(unit) }
                runStart = position
            case 0..<0x20:
                return nil
            default:
                position += 1
            }
        }
        return nil
    }

    /// Adds the escapes seen since the last run, then the run itself. Lone surrogates become U+FFFD.
    private func flush(_ units: inout [UInt16], _ text: inout String, from start: Int) {
        if !units.isEmpty {
            text += String(decoding: units, as: UTF16.self)
            units.removeAll()
        }
        text += String(decoding: bytes[start..<position], as: UTF8.self)
    }

    /// The code unit that an escape stands for. Pairs of them are joined when the run is flushed.
    private mutating func scanEscape() -> UInt16? {
        position += 1
        guard let byte = current else { return nil }
        position += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return UInt16(byte)
        case UInt8(ascii: "b"): return 8
        case UInt8(ascii: "f"): return 12
        case UInt8(ascii: "n"): return 10
        case UInt8(ascii: "r"): return 13
        case UInt8(ascii: "t"): return 9
        case UInt8(ascii: "u"): return scanHexadecimal()
        default: return nil
        }
    }

    /// Four digits of either case.
    private mutating func scanHexadecimal() -> UInt16? {
        guard position + 4 <= bytes.count else { return nil }
        var unit: UInt16 = 0
        for _ in 0..<4 {
            let digit: UInt8
            switch bytes[position] {
            case let byte where (0x30...0x39).contains(byte): digit = byte - 0x30
            case let byte where (0x41...0x46).contains(byte): digit = byte - 0x41 + 10
            case let byte where (0x61...0x66).contains(byte): digit = byte - 0x61 + 10
            default: return nil
            }
            unit = unit << 4 | UInt16(digit)
            position += 1
        }
        return unit
    }
}
