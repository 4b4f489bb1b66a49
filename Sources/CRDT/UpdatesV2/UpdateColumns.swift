/// The columns of an update of encoding V2. Yjs: `UpdateDecoderV2`.
struct UpdateColumns {
    var keyClocks: DifferenceRunReader
    var clients: OptionalRunReader
    var leftClocks: DifferenceRunReader
    var rightClocks: DifferenceRunReader
    var infos: RunReader
    var strings: StringColumnReader
    var parentInfos: RunReader
    var typeReferences: OptionalRunReader
    var lengths: OptionalRunReader
    /// What has no column.
    var rest: ByteReader

    init(_ bytes: UnsafeBufferPointer<UInt8>) throws(DecodingError) {
        rest = ByteReader(bytes)
        // Flags for the future, which Yjs does not look at.
        _ = try rest.readVarUInt()
        keyClocks = DifferenceRunReader(bytes, in: try rest.readSpan().range)
        clients = OptionalRunReader(bytes, in: try rest.readSpan().range)
        leftClocks = DifferenceRunReader(bytes, in: try rest.readSpan().range)
        rightClocks = DifferenceRunReader(bytes, in: try rest.readSpan().range)
        infos = RunReader(bytes, in: try rest.readSpan().range)
        strings = try StringColumnReader(bytes, in: try rest.readSpan().range)
        parentInfos = RunReader(bytes, in: try rest.readSpan().range)
        typeReferences = OptionalRunReader(bytes, in: try rest.readSpan().range)
        lengths = OptionalRunReader(bytes, in: try rest.readSpan().range)
    }
}
