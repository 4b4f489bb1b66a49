/// lib0 `readAny`: a tag from 116 to 127 and what it announces.
extension ByteReader {
    /// - Parameter nesting: how many arrays and objects may still be inside of each other.
    mutating func readValue(nesting: Int) throws(DecodingError) -> Value {
        let start = position
        let tag = try readByte()
        switch tag {
        case 127: return .undefined
        case 126: return .null
        case 125: return .number(try readVarInt())
        case 124: return .number(Double(Float(bitPattern: UInt32(truncatingIfNeeded: try readBigEndian(bytes: 4)))))
        case 123: return .number(Double(bitPattern: try readBigEndian(bytes: 8)))
        case 122: return .bigInt(Int64(bitPattern: try readBigEndian(bytes: 8)))
        case 121: return .bool(false)
        case 120: return .bool(true)
        case 119: return .string(try readString())
        case 118: return try readObject(nesting: nesting)
        case 117: return try readArray(nesting: nesting)
        case 116: return .bytes(try readBytes())
        default: throw .unknownValue(tag: tag, at: start)
        }
    }

    /// A count that the bytes left could not hold is refused before anything is made for it.
    private mutating func readObject(nesting: Int) throws(DecodingError) -> Value {
        guard nesting > 0 else { throw .nestingTooDeep(at: position) }
        var members: [String: Value] = [:]
        for _ in 0..<(try readCount(ofSize: 2)) {
            let key = try readString()
            members[key] = try readValue(nesting: nesting - 1)
        }
        return .object(members)
    }

    /// The same for elements, each of which takes a byte at least.
    private mutating func readArray(nesting: Int) throws(DecodingError) -> Value {
        guard nesting > 0 else { throw .nestingTooDeep(at: position) }
        var elements: [Value] = []
        for _ in 0..<(try readCount()) {
            elements.append(try readValue(nesting: nesting - 1))
        }
        return .array(elements)
    }

    /// Checks a value and steps over it without building it.
    mutating func skipValue(nesting: Int) throws(DecodingError) {
        let start = position
        let tag = try readByte()
        switch tag {
        case 120, 121, 126, 127: return
        case 125: _ = try readVarInt()
        case 124: try skip(4)
        case 122, 123: try skip(8)
        case 119: _ = try readText()
        case 118, 117: try skipMembers(keyed: tag == 118, nesting: nesting)
        case 116: _ = try readSpan()
        default: throw .unknownValue(tag: tag, at: start)
        }
    }

    /// As reading does, with the same bounds, so that what was skipped can always be read later.
    private mutating func skipMembers(keyed: Bool, nesting: Int) throws(DecodingError) {
        guard nesting > 0 else { throw .nestingTooDeep(at: position) }
        for _ in 0..<(try readCount(ofSize: keyed ? 2 : 1)) {
            if keyed { _ = try readText() }
            try skipValue(nesting: nesting - 1)
        }
    }

    /// lib0 writes floats and big integers by `DataView`, whose default is the high byte first.
    private mutating func readBigEndian(bytes count: Int) throws(DecodingError) -> UInt64 {
        var bits: UInt64 = 0
        for _ in 0..<count { bits = bits << 8 | UInt64(try readByte()) }
        return bits
    }
}

/// lib0 `writeAny`.
extension ByteWriter {
    /// The tags of reading, from `undefined` at 127 down.
    mutating func writeValue(_ value: Value) {
        switch value {
        case .undefined: write(127)
        case .null: write(126)
        case .number(let number): writeNumber(number)
        case .bigInt(let number):
            write(122)
            writeBigEndian(UInt64(bitPattern: number), bytes: 8)
        case .bool(let bool): write(bool ? 120 : 121)
        case .string(let string):
            write(119)
            writeString(string)
        case .object(let members): writeObject(members)
        case .array(let elements):
            write(117)
            writeVarUInt(elements.count)
            for element in elements { writeValue(element) }
        case .bytes(let bytes):
            write(116)
            writeSpan(bytes)
        }
    }

    /// The shortest of lib0's three forms that is exact: integer up to 2³¹ − 1, 32-bit float, 64-bit float.
    private mutating func writeNumber(_ number: Double) {
        if number.magnitude <= Double(Int32.max), number.rounded() == number {
            write(125)
            writeVarInt(number)
        } else if Double(Float(number)) == number {
            write(124)
            writeBigEndian(UInt64(Float(number).bitPattern), bytes: 4)
        } else {
            write(123)
            writeBigEndian(number.bitPattern, bytes: 8)
        }
    }

    /// Keys in order, so that the same value always takes the same bytes.
    private mutating func writeObject(_ members: [String: Value]) {
        write(118)
        writeVarUInt(members.count)
        for (key, value) in members.sorted(by: { $0.key < $1.key }) {
            writeString(key)
            writeValue(value)
        }
    }

    /// As ``ByteReader`` reads it: the high byte first.
    private mutating func writeBigEndian(_ bits: UInt64, bytes: Int) {
        for index in (0..<bytes).reversed() {
            write(UInt8(truncatingIfNeeded: bits >> UInt64(index * 8)))
        }
    }
}
