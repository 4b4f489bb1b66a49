package import CRDT
package import Storage

extension StoredDocument {
    /// The document with everything integrated: the snapshot, then the log.
    ///
    /// - Parameter limits: the engine's; what is stored beyond them is not opened.
    /// - Throws: `RoomError.unreadable` when something of it is no update: it is never served in part.
    package func restore(id: String, limits: Limits = .standard) throws(RoomError) -> Document {
        let document = Document(clientID: UInt64(UInt32.random(in: 1...UInt32.max)), limits: limits)
        do {
            if let snapshot { _ = try document.apply(snapshot) }
            for update in updates { _ = try document.apply(update.bytes) }
        } catch {
            throw .unreadable(id, reason: "\(error)")
        }
        return document
    }
}
