import CRDT
import ModelBinding
import Transport

/// What the server itself takes out of a document.
extension DocumentRoom {
    /// What the comments say, and on which fields.
    package var comments: [(field: String, text: String)] { CommentAuthors.texts(in: document) }

    /// Takes out of the comments who wrote them, but for unit and function; of one participant's also those.
    func forgetAuthors(_ participantID: String? = nil) {
        guard let update = CommentAuthors.forget(participantID, in: document) else { return }
        lastAnswer = nil
        unlogged.append(update)
        outgoing.append((update, nil))
        noteChange()
        flushChange()
    }
}
