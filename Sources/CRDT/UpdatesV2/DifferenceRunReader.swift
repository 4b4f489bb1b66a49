/// A column of numbers kept as differences; runs of equal differences are written once. lib0: `IntDiffOptRleDecoder`.
struct DifferenceRunReader {
    private var reader: ByteReader
    private var number: Int64 = 0
    private var difference: Int64 = 0
    private var left: UInt64 = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>, in range: Range<Int>) {
        reader = ByteReader(bytes, in: range)
    }

    mutating func next() throws(DecodingError) -> UInt64 {
        if left == 0 {
            let encoded = try reader.readVarInt()
            guard encoded.magnitude < 0x1p53 else { throw .integerOutOfRange(at: reader.position) }
            difference = Int64(encoded) >> 1
            left = Int64(encoded) & 1 == 1 ? try reader.readVarUInt() + 2 : 1
        }
        left -= 1
        // Both are below 2⁵³: the sum can't overflow.
        number += difference
        guard number >= 0, number < 1 << 53 else { throw .integerOutOfRange(at: reader.position) }
        return UInt64(number)
    }
}
