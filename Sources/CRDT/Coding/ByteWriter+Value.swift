/// lib0 `writeAny`.
extension ByteWriter {
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
}
