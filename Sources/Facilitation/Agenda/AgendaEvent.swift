package enum AgendaEvent: EventArea {
    case set(AgendaSetting)

    init?(_ kind: SessionEvent.Kind, from decoder: any Decoder) throws {
        switch kind {
        case .agendaSet: self = .set(try AgendaSetting(from: decoder))
        default: return nil
        }
    }

    package var kind: SessionEvent.Kind { .agendaSet }

    var payload: (any Encodable)? {
        switch self {
        case .set(let setting): setting
        }
    }

    func apply(to state: inout SessionState, at: Int64) {
        switch self {
        case .set(let setting):
            state.agenda = AgendaPhase.identified(setting.phases)
            state.agendaRevision = state.sequence
        }
    }
}
