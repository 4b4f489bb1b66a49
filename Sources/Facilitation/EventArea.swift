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
        default: nil
        }
    }

    /// nil for a word of no area.
    static func inArea(_ kind: Kind, from decoder: any Decoder) throws -> SessionEvent? {
        try ParkingEvent(kind, from: decoder).map(SessionEvent.parking)
            ?? AttentionEvent(kind, from: decoder).map(SessionEvent.attention)
            ?? VoiceEvent(kind, from: decoder).map(SessionEvent.voices)
            ?? GroupEvent(kind, from: decoder).map(SessionEvent.groups)
            ?? IdeaEvent(kind, from: decoder).map(SessionEvent.ideas)
            ?? VoteEvent(kind, from: decoder).map(SessionEvent.votes)
            ?? LevelEvent(kind, from: decoder).map(SessionEvent.levels)
            ?? LobbyEvent(kind, from: decoder).map(SessionEvent.lobby)
    }
}
