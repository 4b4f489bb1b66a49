package import CRDT

/// Who wrote the comments that stand in a document beside its fields.
package enum CommentAuthors {
    /// The root that holds them, by id.
    private static let root = "comments"
    /// What a comment is made of. A participant's id is no name; any client may write more than this.
    private static let members: Set<String> = [
        "field", "text", "participantId", "unitId", "function", "at", "resolved",
    ]
    /// Of these what says who wrote it, if only by unit and function.
    private static let author: Set<String> = ["participantId", "unitId", "function"]

    /// How many comments a participant wrote.
    package static func count(of participantID: String, in document: Document) -> Int {
        let comments = document.map(root)
        return comments.keys.count { isBy(participantID, comments[$0]) }
    }

    /// What a participant wrote in comments, and on which field.
    package static func texts(of participantID: String, in document: Document) -> [(field: String, text: String)] {
        let comments = document.map(root)
        return comments.keys.compactMap { id in
            guard isBy(participantID, comments[id]) else { return nil }
            return (word("field", of: comments[id]), word("text", of: comments[id]))
        }
    }

    /// Every comment, whoever wrote it.
    package static func texts(in document: Document) -> [(field: String, text: String)] {
        let comments = document.map(root)
        return comments.keys.map { (word("field", of: comments[$0]), word("text", of: comments[$0])) }
    }

    /// A member's text; empty where there is none, or something else.
    private static func word(_ member: String, of comment: Output?) -> String {
        let value: Value? =
            switch comment {
            case .value(.object(let comment)): comment[member]
            case .map(let comment): comment[member]?.value
            case nil, .value, .text, .array, .xml, .subdocument: nil
            }
        if case .string(let text)? = value { return text }
        return ""
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

    /// A comment is a plain object or a shared map, whichever way the page that wrote it was built.
    private static func isBy(_ participantID: String, _ comment: Output?) -> Bool {
        switch comment {
        case .value(.object(let comment)): comment["participantId"] == .string(participantID)
        case .map(let comment): comment["participantId"]?.value == .string(participantID)
        case nil, .value, .text, .array, .xml, .subdocument: false
        }
    }
}
