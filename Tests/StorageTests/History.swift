import Storage

/// A document for tests: every update is one number of eight bytes, and a snapshot is those it replaces, in order.
struct History {
    var marks: [UInt64] = []

    init(_ document: StoredDocument?) {
        guard let document else { return }
        let bytes = (document.snapshot ?? []) + document.updates.flatMap(\.bytes)
        marks = stride(from: 0, to: bytes.count, by: 8).map { start in
            bytes[start..<(start + 8)].reduce(0) { $0 << 8 | UInt64($1) }
        }
    }

    func mark(at sequence: Int64) -> UInt64? {
        let index = Int(sequence) - 1
        return marks.indices.contains(index) ? marks[index] : nil
    }

    static func bytes(_ mark: UInt64) -> [UInt8] {
        (0..<8).map { UInt8(truncatingIfNeeded: mark >> (56 - $0 * 8)) }
    }

    /// Replaces the whole log as it is now.
    static func replaceLog(_ id: String, _ writer: any StorageWriter) throws {
        guard let document = try writer.document(id) else { return }
        let bytes = (document.snapshot ?? []) + document.updates.flatMap(\.bytes)
        try writer.replaceLog(documentID: id, snapshot: bytes, throughSequence: document.lastSequence)
    }
}
