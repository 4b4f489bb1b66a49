/// All strings of an update as one text, and their lengths in UTF-16 units. lib0: `StringDecoder`.
struct StringColumnReader {
    /// All strings, one behind the other.
    private let text: UnsafeBufferPointer<UInt8>
    private var lengths: OptionalRunReader
    /// Bytes of the text that are read.
    private var offset = 0
    /// The last string ended between the halves of a surrogate pair.
    private var isInsidePair = false

    init(_ bytes: UnsafeBufferPointer<UInt8>, in range: Range<Int>) throws(DecodingError) {
        var reader = ByteReader(bytes, in: range)
        text = try reader.readText().span.bytes(in: bytes)
        lengths = OptionalRunReader(reader)
    }

    /// The next string, UTF-8. Half a surrogate pair becomes U+FFFD, as Yjs writes it into encoding V1.
    mutating func next() throws(DecodingError) -> [UInt8] {
        var units = try lengths.next()
        guard units <= UInt64(text.count) + 1 else { throw .unexpectedEnd(at: offset) }
        var string: [UInt8] = []
        if isInsidePair, units > 0 {
            string += UTF8Scanner.replacement
            offset += 4
            units -= 1
            isInsidePair = false
        }
        let rest = UnsafeBufferPointer(rebasing: text[min(offset, text.count)...])
        let cut = UTF8Scanner.offset(ofUnits: Int(units), in: rest)
        string += rest[..<cut.offset]
        if cut.insidePair {
            string += UTF8Scanner.replacement
            isInsidePair = true
        } else if try !holds(units, in: rest, until: cut.offset) {
            throw .unexpectedEnd(at: offset)
        }
        offset += cut.offset
        return string
    }

    /// Whether the text did not end before so many units.
    private func holds(
        _ units: UInt64, in text: UnsafeBufferPointer<UInt8>, until end: Int
    ) throws(DecodingError) -> Bool {
        guard end == text.count else { return true }
        guard let length = UTF8Scanner.utf16Length(validating: text) else { throw .invalidUTF8(at: offset) }
        return UInt64(length) == units
    }
}

/// Writes what ``StringColumnReader`` reads. lib0: `StringEncoder`.
struct StringColumnWriter: ~Copyable {
    private var text = ByteWriter(capacity: 256)
    private var lengths = OptionalRunWriter()

    /// Writes a string of well-formed UTF-8 that has so many UTF-16 units.
    mutating func write(_ string: UnsafeBufferPointer<UInt8>, units: Int) {
        text.write(string)
        lengths.write(UInt64(units))
    }

    mutating func finish() -> [UInt8] {
        var writer = ByteWriter(capacity: text.count + 16)
        writer.writeSpan(text.written)
        writer.write(lengths.finish())
        return writer.finish()
    }
}
