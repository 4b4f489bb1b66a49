/// A column of bytes, each run of equal ones written once with its length. lib0: `RleDecoder` of `readUint8`.
struct RunReader {
    private var reader: ByteReader
    private var byte: UInt8 = 0
    /// How often the byte still counts; the last run has no length and never ends.
    private var left: UInt64 = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>, in range: Range<Int>) {
        reader = ByteReader(bytes, in: range)
    }

    /// Goes on for ever in the last run: a caller knows how many there are.
    mutating func next() throws(DecodingError) -> UInt8 {
        if left == 0 {
            byte = try reader.readByte()
            left = reader.remaining > 0 ? try reader.readVarUInt() + 1 : .max
        }
        left -= 1
        return byte
    }
}

/// Writes what ``RunReader`` reads. lib0: `RleEncoder` of `writeUint8`.
struct RunWriter: ~Copyable {
    private var writer = ByteWriter()
    private var byte: UInt8 = 0
    private var count: UInt64 = 0

    mutating func write(_ next: UInt8) {
        guard next != byte || count == 0 else {
            count += 1
            return
        }
        if count > 0 { writer.writeVarUInt(count - 1) }
        writer.write(next)
        byte = next
        count = 1
    }

    /// The last run's length is left out: it goes on as long as something reads.
    func finish() -> [UInt8] { writer.finish() }
}

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

    /// - Throws: where the column has ended, or counts higher than JavaScript can.
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

/// Writes what ``OptionalRunReader`` reads. lib0: `UintOptRleEncoder`.
struct OptionalRunWriter: ~Copyable {
    private var writer = ByteWriter()
    private var number: UInt64 = 0
    private var count: UInt64 = 0

    mutating func write(_ next: UInt64) {
        guard next != number else {
            count += 1
            return
        }
        flush()
        number = next
        count = 1
    }

    /// A run is written when the next begins: its length goes behind the number.
    private mutating func flush() {
        guard count > 0 else { return }
        // −0 has a sign too, so a run of zeros can be told from a single one.
        writer.writeVarInt(count == 1 ? Double(number) : -Double(number))
        if count > 1 { writer.writeVarUInt(count - 2) }
    }

    mutating func finish() -> [UInt8] {
        flush()
        count = 0
        return writer.finish()
    }
}

/// A column of numbers kept as differences; runs of equal differences are written once. lib0: `IntDiffOptRleDecoder`.
struct DifferenceRunReader {
    private var reader: ByteReader
    private var number: Int64 = 0
    private var difference: Int64 = 0
    private var left: UInt64 = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>, in range: Range<Int>) {
        reader = ByteReader(bytes, in: range)
    }

    /// - Throws: as above, and where the differences lead below zero.
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

/// Writes what ``DifferenceRunReader`` reads. lib0: `IntDiffOptRleEncoder`.
struct DifferenceRunWriter: ~Copyable {
    private var writer = ByteWriter()
    private var number: Int64 = 0
    private var difference: Int64 = 0
    private var count: UInt64 = 0

    mutating func write(_ next: UInt64) {
        let next = Int64(next)
        defer { number = next }
        guard next - number != difference else {
            count += 1
            return
        }
        flush()
        difference = next - number
        count = 1
    }

    /// The lowest bit tells whether a length follows.
    private mutating func flush() {
        guard count > 0 else { return }
        writer.writeVarInt(Double(difference * 2 + (count == 1 ? 0 : 1)))
        if count > 1 { writer.writeVarUInt(count - 2) }
    }

    mutating func finish() -> [UInt8] {
        flush()
        count = 0
        return writer.finish()
    }
}
