/// Reads lib0's encoding from bytes that the caller keeps alive.
///
/// Every read checks the bounds first, so that no input can make it read outside its bytes.
package struct ByteReader {
    /// Not owned: a reader must not outlive them.
    package let bytes: UnsafeBufferPointer<UInt8>
    /// Offset of the next byte to read, in `bytes` as a whole, not in the range that is read.
    package private(set) var position: Int
    /// Behind the last byte that may be read.
    let end: Int

    /// - Parameter range: what of the bytes is read; nil for all. It must lie inside them.
    package init(_ bytes: UnsafeBufferPointer<UInt8>, in range: Range<Int>? = nil) {
        self.bytes = bytes
        self.position = range?.lowerBound ?? 0
        self.end = range?.upperBound ?? bytes.count
    }

    /// Bytes not read yet.
    package var remaining: Int { end - position }

    /// - Throws: ``DecodingError/unexpectedEnd(at:)``, as each of these where the bytes end too soon.
    @inline(__always) mutating func readByte() throws(DecodingError) -> UInt8 {
        guard position < end else { throw .unexpectedEnd(at: position) }
        let byte = bytes[position]
        position += 1
        return byte
    }

    /// lib0 `readVarUint`: seven bits a byte, lowest first, at most 2⁵³ − 1.
    @inline(__always) package mutating func readVarUInt() throws(DecodingError) -> UInt64 {
        if position < end {
            let first = bytes[position]
            if first < 0x80 {
                position += 1
                return UInt64(first)
            }
        }
        return end - position >= 8 ? try readVarUIntOfWord() : try readVarUIntByByte()
    }

    /// Takes eight bytes at once: that is as long as a number can be.
    @inline(__always) private mutating func readVarUIntOfWord() throws(DecodingError) -> UInt64 {
        let word = UInt64(
            littleEndian: UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: position, as: UInt64.self))
        let ends = ~word & 0x8080_8080_8080_8080
        guard ends != 0 else { throw .integerOutOfRange(at: position) }
        // All bits up to the top one of the number's last byte; then the gaps between the bytes' seven bits are closed:
        // between pairs, between pairs of pairs, and between the two halves.
        var number = word & (ends ^ (ends &- 1)) & 0x7f7f_7f7f_7f7f_7f7f
        number = (number & 0x007f_007f_007f_007f) | (number & 0x7f00_7f00_7f00_7f00) >> 1
        number = (number & 0x0000_3fff_0000_3fff) | (number & 0x3fff_0000_3fff_0000) >> 2
        number = (number & 0x0000_0000_0fff_ffff) | (number & 0x0fff_ffff_0000_0000) >> 4
        guard number < 1 << 53 else { throw .integerOutOfRange(at: position) }
        position += ends.trailingZeroBitCount / 8 + 1
        return number
    }

    /// At the end of the bytes, where a number can be seven bytes long at most.
    @inline(never) private mutating func readVarUIntByByte() throws(DecodingError) -> UInt64 {
        var number: UInt64 = 0
        var shift: UInt64 = 0
        while true {
            let byte = try readByte()
            number |= UInt64(byte & 0x7f) << shift
            if byte < 0x80 { return number }
            shift += 7
        }
    }

    /// lib0 `readVarInt`: sign in the second-highest bit of the first byte. JavaScript knows −0, so this is a Double.
    mutating func readVarInt() throws(DecodingError) -> Double {
        let start = position
        let first = try readByte()
        var number = UInt64(first & 0x3f)
        var shift: UInt64 = 6
        var byte = first
        while byte >= 0x80 {
            guard shift < 55 else { throw .integerOutOfRange(at: start) }
            byte = try readByte()
            number |= UInt64(byte & 0x7f) << shift
            shift += 7
        }
        guard number < 1 << 53 else { throw .integerOutOfRange(at: start) }
        return first & 0x40 == 0 ? Double(number) : -Double(number)
    }

    /// A count of things that take at least `size` bytes each: refused before memory is taken for them.
    package mutating func readCount(ofSize size: Int = 1) throws(DecodingError) -> Int {
        let start = position
        let count = try readVarUInt()
        guard count <= UInt64(remaining / size) else { throw .countExceedsBytes(at: start) }
        return Int(count)
    }

    @inline(__always) mutating func skip(_ count: Int) throws(DecodingError) {
        guard count <= remaining else { throw .unexpectedEnd(at: position) }
        position += count
    }

    /// lib0 `readVarUint8Array`: a length and as many bytes.
    mutating func readSpan() throws(DecodingError) -> Span {
        let count = try readCount()
        defer { position += count }
        return Span(position..<(position + count))
    }

    /// lib0 `readVarString`, with its length in UTF-16 units. The decoder of Yjs is fatal: bad UTF-8 is refused.
    @inline(__always) mutating func readText() throws(DecodingError) -> (span: Span, utf16Length: Int) {
        let span = try readSpan()
        guard let length = UTF8Scanner.utf16Length(validating: span.bytes(in: bytes)) else {
            throw .invalidUTF8(at: Int(span.offset))
        }
        return (span, length)
    }

    /// A copy of what `readText` finds.
    package mutating func readString() throws(DecodingError) -> String {
        let text = try readText()
        return String(decoding: text.span.bytes(in: bytes), as: UTF8.self)
    }

    /// A copy of what `readSpan` finds.
    package mutating func readBytes() throws(DecodingError) -> [UInt8] {
        Array(try readSpan().bytes(in: bytes))
    }

    /// - Throws: ``DecodingError/trailingBytes(at:)`` where something was not read.
    package func expectEnd() throws(DecodingError) {
        guard position == end else { throw .trailingBytes(at: position) }
    }
}

/// A range of bytes in some buffer: of an update while it is decoded, of the text slab once it is stored.
struct Span: BitwiseCopyable {
    var offset: UInt32
    var count: UInt32

    static let empty = Span(offset: 0, count: 0)

    @inline(__always) init(offset: UInt32, count: UInt32) {
        self.offset = offset
        self.count = count
    }

    @inline(__always) init(_ range: Range<Int>) {
        self.init(offset: UInt32(truncatingIfNeeded: range.lowerBound), count: UInt32(truncatingIfNeeded: range.count))
    }

    /// As offsets into the buffer. Both numbers are below 2³²: their sum fits an `Int`.
    @inline(__always) var range: Range<Int> { Int(offset)..<(Int(offset) + Int(count)) }

    /// A view that lives as long as the buffer, which checks that the range lies inside.
    @inline(__always) func bytes(in buffer: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(rebasing: buffer[range])
    }
}
