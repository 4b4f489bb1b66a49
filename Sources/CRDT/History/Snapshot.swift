/// A moment in a document's past: what was there, and what of it was deleted. Yjs: `Snapshot`.
package struct Snapshot: Hashable, Sendable {
    package let deletes: DeleteSet
    package let stateVector: StateVector

    package init(deletes: DeleteSet, stateVector: StateVector) {
        self.deletes = deletes
        self.stateVector = stateVector
    }

    /// Reads Yjs's encoding V1 of a snapshot. Yjs: `decodeSnapshot`.
    package init(decoding bytes: [UInt8]) throws(DecodingError) {
        self = try bytes.withUnsafeBufferPointer { (bytes) throws(DecodingError) in
            var reader = ByteReader(bytes)
            let deletes = try DeleteSet(&reader)
            let stateVector = try StateVector(decoding: Array(bytes[reader.position...]))
            return Snapshot(deletes: deletes, stateVector: stateVector)
        }
    }

    /// Yjs: `encodeSnapshot`.
    package func encoded() -> [UInt8] {
        var writer = ByteWriter()
        deletes.encode(into: &writer)
        writer.write(stateVector.encoded())
        return writer.finish()
    }
}
