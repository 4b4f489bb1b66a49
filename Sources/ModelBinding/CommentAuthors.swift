package import CRDT

/// Who wrote the comments that stand in a document beside its fields.
package enum CommentAuthors {
    /// The root that holds them, by id.
    private static let root = "comments"
    /// What a comment is made of. A participant's id is no name; any client may write more than this.
    private static let members: Set<String> = [
        "field", "text", "participantId", "unitId", "function", "at", "resolved",
    ]
    private static let author: Set<String> = ["participantId", "unitId", "function"]

    /// How many comments a participant wrote.
    package static func count(of participantID: String, in document: Document) -> Int {
        let comments = document.map(root)
        return comments.keys.count { isBy(participantID, comments[$0]) }
    }

    /// Takes out what says more of an author than unit and function, and of one participant's comments those too.
    ///
    /// - Returns: the update that does it; nil where there was nothing to take out.
    package static func forget(_ participantID: String? = nil, in document: Document) -> [UInt8]? {
        let comments = document.map(root)
        return document.transact {
            for id in comments.keys {
                let isTheirs = participantID.map { isBy($0, comments[id]) } ?? false
                let kept = isTheirs ? members.subtracting(author) : members
                switch comments[id] {
                case .value(.object(let comment)):
                    let rest = comment.filter { kept.contains($0.key) }
                    if rest.count < comment.count { comments.set(id, .value(.object(rest))) }
                case .map(let comment):
                    for key in comment.keys where !kept.contains(key) { comment.remove(key) }
                case nil, .value, .text, .array, .xml, .subdocument: break
                }
            }
        }.update
    }

    private static func isBy(_ participantID: String, _ comment: Output?) -> Bool {
        switch comment {
        case .value(.object(let comment)): comment["participantId"] == .string(participantID)
        case .map(let comment): comment["participantId"]?.value == .string(participantID)
        case nil, .value, .text, .array, .xml, .subdocument: false
        }
    }
}
