package enum GroupCommand: CommandArea {
    case form(Formation)
    case join(GroupChoice)
    /// The sender's group asks for somebody who leads.
    case callFacilitator
    case answerCall(GroupReference)
    case recall

    init?(_ kind: SessionCommand.Kind, from decoder: any Decoder) throws {
        switch kind {
        case .formGroups: self = .form(try Formation(from: decoder))
        case .joinGroup: self = .join(try GroupChoice(from: decoder))
        case .callFacilitator: self = .callFacilitator
        case .answerCall: self = .answerCall(try GroupReference(from: decoder))
        case .recallGroups: self = .recall
        default: return nil
        }
    }

    package var kind: SessionCommand.Kind {
        switch self {
        case .form: .formGroups
        case .join: .joinGroup
        case .callFacilitator: .callFacilitator
        case .answerCall: .answerCall
        case .recall: .recallGroups
        }
    }

    var payload: (any Encodable)? {
        switch self {
        case .form(let formation): formation
        case .join(let choice): choice
        case .answerCall(let group): group
        case .callFacilitator, .recall: nil
        }
    }

    func events(in decision: Decision) throws(Refusal) -> [SessionEvent] {
        switch self {
        case .form(let formation): try decision.form(formation)
        case .join(let choice): try decision.joinGroup(choice)
        case .callFacilitator: try decision.callFacilitator()
        case .answerCall(let group): try decision.answerCall(of: group.groupId)
        case .recall: decision.state.groups.isEmpty ? [] : [.groups(.recalled)]
        }
    }
}
