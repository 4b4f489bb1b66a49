/// A command as a page sends it: an object with `kind`, and the command's members beside it.
package struct SessionCommand: Sendable, Codable {
    package let command: any PageCommand

    package init(_ command: any PageCommand) {
        self.command = command
    }

    private enum CodingKeys: CodingKey { case kind }

    /// - Throws: ``CommandFault`` for a kind that isn't known or isn't a page's to send; `DecodingError` for a
    ///   member that is missing or of another type.
    package init(from decoder: any Decoder) throws {
        let kind = try decoder.container(keyedBy: CodingKeys.self).decode(String.self, forKey: .kind)
        command = try CommandRegistry.type(of: kind).init(from: decoder)
    }

    package func encode(to encoder: any Encoder) throws {
        var members = encoder.container(keyedBy: CodingKeys.self)
        try members.encode(command.kind, forKey: .kind)
        try command.encode(to: encoder)
    }
}

/// Why a command's JSON was not taken in, besides `DecodingError`.
package enum CommandFault: Error, Sendable, Hashable, CustomStringConvertible {
    /// The word as sent, cut to 64 characters.
    case unknownKind(String)
    /// A command that only the server's own routes make, by its word.
    case notSentByPages(String)

    package var description: String {
        switch self {
        case .unknownKind(let word): "unknown command \(word)"
        case .notSentByPages(let kind): "\(kind) is not sent over the session's socket"
        }
    }
}
