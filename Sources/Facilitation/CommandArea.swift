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
        case .agenda(let command): command
        case .values(let command): command
        default: nil
        }
    }

    /// nil for a word of no area.
    static func inArea(_ kind: Kind, from decoder: any Decoder) throws -> SessionCommand? {
        if let area = try ParkingCommand(kind, from: decoder) { return .parking(area) }
        if let area = try AttentionCommand(kind, from: decoder) { return .attention(area) }
        if let area = try VoiceCommand(kind, from: decoder) { return .voices(area) }
        if let area = try GroupCommand(kind, from: decoder) { return .groups(area) }
        if let area = try IdeaCommand(kind, from: decoder) { return .ideas(area) }
        if let area = try VoteCommand(kind, from: decoder) { return .votes(area) }
        if let area = try LevelCommand(kind, from: decoder) { return .levels(area) }
        if let area = try LobbyCommand(kind, from: decoder) { return .lobby(area) }
        if let area = try AgendaCommand(kind, from: decoder) { return .agenda(area) }
        if let area = try ValueCommand(kind, from: decoder) { return .values(area) }
        return nil
    }
}
