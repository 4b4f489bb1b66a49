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
