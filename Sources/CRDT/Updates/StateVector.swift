/// How much of each client's history is known: the next clock per client.
package struct StateVector: Sendable, Hashable {
    /// Clients without anything known are left out.
    package var clocks: [UInt64: UInt64]

    /// Nothing is known: a peer with this lacks everything.
    package init() {
        clocks = [:]
    }

    package init(_ clocks: [UInt64: UInt64]) {
        self.clocks = clocks.filter { $0.value > 0 }
    }

    /// Reads Yjs's encoding. A client named twice counts as the later entry says, as in Yjs.
    package init(decoding bytes: [UInt8]) throws(DecodingError) {
        self = try bytes.withUnsafeBufferPointer { (bytes) throws(DecodingError) in
            var reader = ByteReader(bytes)
            let count = try reader.readCount(ofSize: 2)
            var clocks: [UInt64: UInt64] = [:]
            for _ in 0..<count {
                let client = try reader.readVarUInt()
                clocks[client] = try reader.readVarUInt()
            }
            try reader.expectEnd()
            return StateVector(clocks)
        }
    }

    /// 0 for a client that is not known.
    package subscript(client: UInt64) -> UInt64 { clocks[client] ?? 0 }

    /// Clients in descending order, so that equal state vectors take equal bytes.
    package func encoded() -> [UInt8] {
        var writer = ByteWriter(capacity: 1 + clocks.count * 8)
        writer.writeVarUInt(clocks.count)
        for (client, clock) in clocks.sorted(by: { $0.key > $1.key }) {
            writer.writeVarUInt(client)
            writer.writeVarUInt(clock)
        }
        return writer.finish()
    }

    /// Whether everything that `other` knows is known here.
    package func covers(_ other: StateVector) -> Bool {
        other.clocks.allSatisfy { self[$0.key] >= $0.value }
    }
}
