import Facilitation
import Planning

/// What a page says on a session's WebSocket.
enum SessionRequest {
    /// A command with the page's own identifier for it; `.failure` when its kind is unknown or not for pages.
    case command(id: String, Result<any Command, any Error>)
    /// `nil` for a reaction that is not known.
    case react(id: String, Reaction?)
    case ping

    /// Members of commands that are names or headings, each on one line.
    private static let lines: Set<String> = ["name", "title", "titleEn", "heading", "function"]

    /// `nil` when the text is no message of ours.
    init?(_ text: String) {
        struct Envelope: Decodable {
            let type: String
            let id: String?
            let reaction: String?
        }
        struct CommandEnvelope: Decodable {
            let command: SessionCommand
        }
        guard let message = try? JSONValue.parse(text).withCleanTexts.withCleanLines(Self.lines),
            let envelope = try? message.decode(Envelope.self)
        else { return nil }
        switch envelope.type {
        case "ping": self = .ping
        case "command":
            guard let id = envelope.id, id.utf8.count <= 64 else { return nil }
            self = .command(id: id, Result { try message.decode(CommandEnvelope.self).command.command })
        case "react":
            guard let id = envelope.id, id.utf8.count <= 64 else { return nil }
            self = .react(id: id, envelope.reaction.flatMap(Reaction.init))
        default: return nil
        }
    }
}
