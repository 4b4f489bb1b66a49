/// What the spans and ids of a ``DecodedStruct`` name: bytes of the update, and clients by their index in it.
struct UpdateSource {
    let bytes: UnsafeBufferPointer<UInt8>
    let clients: Buffer<NamedClient>

    /// The unit by its client's slot. The client must be known, as that of whatever a planned struct builds on is.
    @inline(__always) func id(_ id: NamedID) -> BlockID {
        BlockID(client: clients[id.client].slot, clock: id.clock)
    }
}
