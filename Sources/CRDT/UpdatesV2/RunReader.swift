/// A column of bytes, each run of equal ones written once with its length. lib0: `RleDecoder` of `readUint8`.
struct RunReader {
    private var reader: ByteReader
    private var byte: UInt8 = 0
    /// How often the byte still counts; the last run has no length and never ends.
    private var left: UInt64 = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>, in range: Range<Int>) {
        reader = ByteReader(bytes, in: range)
    }

    mutating func next() throws(DecodingError) -> UInt8 {
        if left == 0 {
            byte = try reader.readByte()
            left = reader.remaining > 0 ? try reader.readVarUInt() + 1 : .max
        }
        left -= 1
        return byte
    }
}
