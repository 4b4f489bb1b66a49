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
