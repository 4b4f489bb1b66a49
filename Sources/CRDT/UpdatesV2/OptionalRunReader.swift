/// A column of numbers; the sign tells whether the length of a run follows. lib0: `UintOptRleDecoder`.
struct OptionalRunReader {
    private var reader: ByteReader
    private var number: UInt64 = 0
    private var left: UInt64 = 0

    init(_ reader: ByteReader) {
        self.reader = reader
    }

    init(_ bytes: UnsafeBufferPointer<UInt8>, in range: Range<Int>) {
        self.init(ByteReader(bytes, in: range))
    }

    mutating func next() throws(DecodingError) -> UInt64 {
        if left == 0 {
            let signed = try reader.readVarInt()
            guard signed.magnitude < 0x1p53 else { throw .integerOutOfRange(at: reader.position) }
            number = UInt64(signed.magnitude)
            left = signed.sign == .minus ? try reader.readVarUInt() + 2 : 1
        }
        left -= 1
        return number
    }
}
