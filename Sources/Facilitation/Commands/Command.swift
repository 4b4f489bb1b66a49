package import Planning

/// Something that somebody asks a session to do; one type for each. Nothing happens before
/// ``decide(_:by:in:at:limits:)`` has said yes.
///
/// A command is a ``PageCommand`` or a ``ServerCommand``, stands in its area's file (`Areas/`), and has a row in
/// ``CommandRegistry``.
package protocol Command: Sendable, Hashable {
    /// The word that names it on the wire, in refusals and in the tables of who may do what.
    static var kind: String { get }
    /// Who may send it, in a session of their own that is in a state for it.
    static var roles: Set<Role> { get }
    /// In which sessions it is taken; in open ones where nothing else is said.
    static var standing: SessionStanding { get }
    /// The events that follow, or why there are none. Pure; none at all means that what is asked for holds already.
    ///
    /// The role and the standing have been looked at before.
    func decide(in decision: Decision) throws(Refusal) -> [any Event]
}

/// A command that a page may send over the session's socket. Its JSON is an object with `kind` and its members, which
/// are spelled as on the wire.
package protocol PageCommand: Command, Codable {}

/// A command that carries facts which the server vouches for (who joined, the current version of a model's content):
/// its HTTP routes make it, and it has no JSON that could be read.
package protocol ServerCommand: Command {}

extension Command {
    package static var standing: SessionStanding { .open }
    /// The word of this command's kind.
    package var kind: String { Self.kind }
}

/// Whether a command is for sessions that are open, for those that have ended, or for both.
package enum SessionStanding: Sendable, Hashable {
    case open
    case ended
    case either

    /// - Throws: `sessionEnded` or `sessionNotEnded`.
    func check(isEnded: Bool) throws(Refusal) {
        switch self {
        case .open: if isEnded { throw Refusal(.sessionEnded) }
        case .ended: if !isEnded { throw Refusal(.sessionNotEnded) }
        case .either: break
        }
    }
}

/// A command or an event that is one value, which the state keeps or another of them carries too. Its JSON has the
/// value's members.
package protocol Carrier: SchemaRefining {
    associatedtype Content: Codable & Sendable & Hashable

    var content: Content { get }
    init(_ content: Content)
}

extension Carrier {
    package static var refinedMembers: [String: JSONValue] {
        (Content.self as? any SchemaRefining.Type)?.refinedMembers ?? [:]
    }
    package static var alwaysWritten: Set<String> {
        (Content.self as? any SchemaRefining.Type)?.alwaysWritten ?? []
    }
}

extension Carrier where Self: Encodable {
    package func encode(to encoder: any Encoder) throws {
        try content.encode(to: encoder)
    }
}

extension Carrier {
    package init(from decoder: any Decoder) throws {
        self.init(try Content(from: decoder))
    }
}
