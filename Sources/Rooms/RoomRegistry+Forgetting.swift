import Facilitation
import Storage
import Transport

/// What must not be known any more, in the rooms and in what the documents were before.
extension RoomRegistry {
    /// How long a snapshot that is under way is waited for.
    private static let patience: Duration = .seconds(20)

    /// Puts what a document says now in the place of its log, and returns when the disk has it: what was deleted from
    /// the document is then stored nowhere. Names of comments' authors are deleted first.
    ///
    /// - Parameter participantID: whose comments lose unit and function too.
    /// - Throws: `StorageError`; `RoomError`.
    package func forgetHistory(ofDocument id: String, authoredBy participantID: String? = nil) async throws {
        let room = try await document(id)
        room.forgetAuthors(participantID)
        try await settle(room)
        try await replaceLog(ofDurable: room)
    }

    /// Returns when everything that a document took is on the disk and nothing of it is under way.
    func settle(_ room: DocumentRoom) async throws {
        let end = timing.instant + Self.patience
        while room.isSnapshotDue || !room.isDurable {
            guard timing.instant < end, log.isAccepting else { throw StorageError.overloaded }
            try await Task.sleep(for: .milliseconds(5))
        }
    }

    /// Takes the names of these people out of what is live, and tells the pages. The database has forgotten them.
    ///
    /// - Parameter joinedBefore: whoever waits at the door since before then has no name any more either.
    package func forgetNames(of participants: Set<String>, inSession id: String, joinedBefore: Int64) async throws {
        guard let room = try await openSessionRoom(id) else { return }
        room.forgetNames(of: participants, joinedBefore: joinedBefore)
        // Who connects again shows the name they have now: none.
        for model in room.state.models {
            guard let document = documents[model.id], document.count > 0 else { continue }
            document.closeAll(code: CloseCode.overloaded, reason: "connect again")
        }
    }
}
