/// The commands of one part of a session that stands on its own: what they are called, how they are read and written,
/// and what follows from them. ``SessionCommand`` has a case for each.
protocol CommandArea: Sendable, Hashable {
    var kind: SessionCommand.Kind { get }
    /// What is written beside `kind`; nil for a command that is only its word.
    var payload: (any Encodable)? { get }
    /// nil when the word belongs to another part.
    init?(_ kind: SessionCommand.Kind, from decoder: any Decoder) throws
    func events(in decision: Decision) throws(Refusal) -> [SessionEvent]
}

extension SessionCommand {
    /// nil for the commands that ``SessionCommand`` writes out itself.
    var area: (any CommandArea)? {
        switch self {
        case .parking(let command): command
        case .attention(let command): command
        case .voices(let command): command
        case .groups(let command): command
        case .ideas(let command): command
        case .votes(let command): command
        case .levels(let command): command
        case .lobby(let command): command
        default: nil
        }
    }

    /// nil for a word of no area.
    static func inArea(_ kind: Kind, from decoder: any Decoder) throws -> SessionCommand? {
        try ParkingCommand(kind, from: decoder).map(SessionCommand.parking)
            ?? AttentionCommand(kind, from: decoder).map(SessionCommand.attention)
            ?? VoiceCommand(kind, from: decoder).map(SessionCommand.voices)
            ?? GroupCommand(kind, from: decoder).map(SessionCommand.groups)
            ?? IdeaCommand(kind, from: decoder).map(SessionCommand.ideas)
            ?? VoteCommand(kind, from: decoder).map(SessionCommand.votes)
            ?? LevelCommand(kind, from: decoder).map(SessionCommand.levels)
            ?? LobbyCommand(kind, from: decoder).map(SessionCommand.lobby)
    }
}
