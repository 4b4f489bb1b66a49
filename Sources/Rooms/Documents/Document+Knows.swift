import CRDT

extension Document {
    /// Whether an update brings nothing that is not in the document. Reads both and changes neither; bytes that are no
    /// update are not known.
    func knows(_ update: [UInt8]) -> Bool {
        guard let rest = try? diffUpdate(update, since: stateVector) else { return false }
        return rest.withUnsafeBufferPointer { bytes in
            var reader = ByteReader(bytes)
            return (try? readsOnlyKnownDeletes(&reader)) ?? false
        }
    }

    /// Reads an update of encoding V1 in which no structs are left: a zero, then for each client its deleted ranges as
    /// clock and length (Yjs: `writeDeleteSet`).
    private func readsOnlyKnownDeletes(_ reader: inout ByteReader) throws(DecodingError) -> Bool {
        guard try reader.readVarUInt() == 0 else { return false }
        let known = deleteSet
        for _ in 0..<(try reader.readCount(ofSize: 2)) {
            let client = try reader.readVarUInt()
            for _ in 0..<(try reader.readCount(ofSize: 2)) {
                let clock = try reader.readVarUInt()
                let (end, overflows) = clock.addingReportingOverflow(try reader.readVarUInt())
                guard !overflows else { return false }
                let isKnown = known.ranges[client]?.contains { $0.lowerBound <= clock && end <= $0.upperBound }
                guard isKnown ?? false else { return false }
            }
        }
        return true
    }
}
