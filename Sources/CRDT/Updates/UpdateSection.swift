/// Where one client's structs lie in an update.
struct UpdateSection: BitwiseCopyable {
    let client: UInt64
    /// Clock of the first struct.
    let clock: UInt32
    let structCount: Int
    /// Offset of the first struct's bytes.
    let start: Int
}
