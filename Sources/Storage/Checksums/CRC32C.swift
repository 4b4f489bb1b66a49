/// CRC-32C (Castagnoli; RFC 3720, appendix B.4), eight bytes at a time. It finds every burst of up to 32 flipped
/// bits; it is no defence against somebody who can write the database.
struct CRC32C {
    /// The remainder so far, bits inverted as the standard starts and ends it.
    private var register: UInt32 = .max

    var checksum: UInt32 { ~register }

    /// Bytes in one piece are read where they are; others are copied into one first.
    mutating func update(_ bytes: some Sequence<UInt8>) {
        let done: Void? = bytes.withContiguousStorageIfAvailable { update(buffer: $0) }
        if done == nil {
            Array(bytes).withUnsafeBufferPointer { update(buffer: $0) }
        }
    }

    /// Little-endian.
    mutating func update(_ number: Int64) {
        update((0..<8).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) })
    }

    /// Slicing by eight: each byte looks its effect up in a table of its own, so that eight do not wait for each other.
    private mutating func update(buffer: UnsafeBufferPointer<UInt8>) {
        Self.tables.withUnsafeBufferPointer { tables in
            var crc = register
            var index = 0
            while buffer.count - index >= 8 {
                var next: UInt32 = 0
                for byte in 0..<8 {
                    let low = byte < 4 ? UInt8(truncatingIfNeeded: crc >> (byte * 8)) : 0
                    next ^= tables[(7 - byte) << 8 | Int(buffer[index + byte] ^ low)]
                }
                crc = next
                index += 8
            }
            while index < buffer.count {
                crc = crc >> 8 ^ tables[Int(UInt8(truncatingIfNeeded: crc) ^ buffer[index])]
                index += 1
            }
            register = crc
        }
    }

    /// Eight tables of 256: table n advances a byte over n further zero bytes.
    private static let tables: [UInt32] = {
        var tables = [UInt32](repeating: 0, count: 8 * 256)
        for byte in 0..<256 {
            var crc = UInt32(byte)
            for _ in 0..<8 {
                // The polynomial 0x1EDC6F41, its bits reversed.
                crc = crc & 1 == 1 ? crc >> 1 ^ 0x82F6_3B78 : crc >> 1
            }
            tables[byte] = crc
        }
        for index in 256..<tables.count {
            let previous = tables[index - 256]
            tables[index] = previous >> 8 ^ tables[Int(previous & 0xFF)]
        }
        return tables
    }()
}
