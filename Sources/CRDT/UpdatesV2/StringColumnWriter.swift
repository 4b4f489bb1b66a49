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
