/// The events of one part of a session that stands on its own. ``SessionEvent`` has a case for each.
protocol EventArea: Sendable, Hashable {
    var kind: SessionEvent.Kind { get }
    /// What is written beside `kind`; nil for an event that is only its word.
    var payload: (any Encodable)? { get }
    /// nil when the word belongs to another part.
    init?(_ kind: SessionEvent.Kind, from decoder: any Decoder) throws
    /// Total: what does not fit the state changes nothing.
    func apply(to state: inout SessionState, at: Int64)
}

extension SessionEvent {
    /// nil for the events that ``SessionEvent`` writes out itself.
    var area: (any EventArea)? {
        switch self {
        case .parking(let event): event
        case .attention(let event): event
        case .voices(let event): event
        case .groups(let event): event
        case .ideas(let event): event
        case .votes(let event): event
        case .levels(let event): event
        case .lobby(let event): event
        case .agenda(let event): event
        case .values(let event): event
        case .removals(let event): event
        default: nil
        }
    }

    /// nil for a word of no area.
    static func inArea(_ kind: Kind, from decoder: any Decoder) throws -> SessionEvent? {
        if let area = try ParkingEvent(kind, from: decoder) { return .parking(area) }
        if let area = try AttentionEvent(kind, from: decoder) { return .attention(area) }
        if let area = try VoiceEvent(kind, from: decoder) { return .voices(area) }
        if let area = try GroupEvent(kind, from: decoder) { return .groups(area) }
        if let area = try IdeaEvent(kind, from: decoder) { return .ideas(area) }
        if let area = try VoteEvent(kind, from: decoder) { return .votes(area) }
        if let area = try LevelEvent(kind, from: decoder) { return .levels(area) }
        if let area = try LobbyEvent(kind, from: decoder) { return .lobby(area) }
        if let area = try AgendaEvent(kind, from: decoder) { return .agenda(area) }
        if let area = try ValueEvent(kind, from: decoder) { return .values(area) }
        if let area = try RemovalEvent(kind, from: decoder) { return .removals(area) }
        return nil
    }
}
