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
