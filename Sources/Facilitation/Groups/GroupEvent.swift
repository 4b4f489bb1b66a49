package enum GroupEvent: EventArea {
    case formed(Formation)
    case joined(GroupChoice)
    case facilitatorCalled(GroupReference)
    case callAnswered(GroupReference)
    case recalled

    init?(_ kind: SessionEvent.Kind, from decoder: any Decoder) throws {
        switch kind {
        case .groupsFormed: self = .formed(try Formation(from: decoder))
        case .groupJoined: self = .joined(try GroupChoice(from: decoder))
        case .facilitatorCalled: self = .facilitatorCalled(try GroupReference(from: decoder))
        case .callAnswered: self = .callAnswered(try GroupReference(from: decoder))
        case .groupsRecalled: self = .recalled
        default: return nil
        }
    }

    package var kind: SessionEvent.Kind {
        switch self {
        case .formed: .groupsFormed
        case .joined: .groupJoined
        case .facilitatorCalled: .facilitatorCalled
        case .callAnswered: .callAnswered
        case .recalled: .groupsRecalled
        }
    }

    var payload: (any Encodable)? {
        switch self {
        case .formed(let formation): formation
        case .joined(let choice): choice
        case .facilitatorCalled(let group), .callAnswered(let group): group
        case .recalled: nil
        }
    }

    func apply(to state: inout SessionState, at: Int64) {
        switch self {
        case .formed(let formation):
            state.groups = formation.groups
            state.groupsAreByChoice = formation.byChoice
            state.callingGroups = []
        case .joined(let choice): Self.move(choice, in: &state)
        case .facilitatorCalled(let group):
            guard !state.callingGroups.contains(group.groupId),
                state.groups.contains(where: { $0.groupId == group.groupId })
            else { return }
            state.callingGroups.append(group.groupId)
        case .callAnswered(let group): state.callingGroups.removeAll { $0 == group.groupId }
        case .recalled:
            state.groups = []
            state.callingGroups = []
        }
    }

    private static func move(_ choice: GroupChoice, in state: inout SessionState) {
        guard let id = choice.participantId,
            let place = state.groups.firstIndex(where: { $0.groupId == choice.groupId })
        else { return }
        for index in state.groups.indices { state.groups[index].members.removeAll { $0 == id } }
        state.groups[place].members.append(id)
    }
}
