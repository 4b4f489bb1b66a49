/// Why a command's JSON was not taken in, besides `DecodingError`.
package enum CommandFault: Error, Sendable, Hashable, CustomStringConvertible {
    /// The word as sent, cut to 64 characters.
    case unknownKind(String)
    /// A command that only the server's own routes make.
    case notSentByPages(SessionCommand.Kind)

    package var description: String {
        switch self {
        case .unknownKind(let word): "unknown command \(word)"
        case .notSentByPages(let kind): "\(kind.rawValue) is not sent over the session's socket"
        }
    }
}
