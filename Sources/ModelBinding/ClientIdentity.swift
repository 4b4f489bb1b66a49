/// A client id made of content, for writes that may be repeated.
enum ClientIdentity {
    /// FNV-1a, folded to the 32 bits that Yjs uses for client ids; never 0.
    static func derive(from bytes: [UInt8]) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return max(hash >> 32 ^ hash & 0xFFFF_FFFF, 1)
    }
}
