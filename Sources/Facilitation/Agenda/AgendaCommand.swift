package enum AgendaCommand: CommandArea {
    case set(AgendaEdit)

    init?(_ kind: SessionCommand.Kind, from decoder: any Decoder) throws {
        switch kind {
        case .setAgenda: self = .set(try AgendaEdit(from: decoder))
        default: return nil
        }
    }

    package var kind: SessionCommand.Kind { .setAgenda }

    var payload: (any Encodable)? {
        switch self {
        case .set(let edit): edit
        }
    }

    func events(in decision: Decision) throws(Refusal) -> [SessionEvent] {
        switch self {
        case .set(let edit): try decision.setAgenda(edit)
        }
    }
}
