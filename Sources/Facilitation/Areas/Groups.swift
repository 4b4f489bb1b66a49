/// Some of the participants, working on their own for a while.
package struct BreakoutGroup: Sendable, Hashable, Codable {
    package var groupId: String
    package var name: String
    /// What the group works on; nil when it is free to choose.
    package var modelId: String?
    /// Participants' ids.
    package var members: [String]

    package init(groupId: String, name: String, modelId: String? = nil, members: [String] = []) {
        self.groupId = groupId
        self.name = name
        self.modelId = modelId
        self.members = members
    }
}

/// All groups at once: what ``FormGroups`` asks for and ``GroupsFormed`` says.
package struct Formation: Sendable, Hashable, Codable {
    package var groups: [BreakoutGroup]
    /// Whether participants may go from one to another by themselves.
    package var byChoice: Bool

    package init(groups: [BreakoutGroup], byChoice: Bool = false) {
        self.groups = groups
        self.byChoice = byChoice
    }
}

// MARK: Commands

/// Makes groups, in the place of any there were, of people and models that are here.
package struct FormGroups: PageCommand, Carrier {
    package static let kind = "formGroups"
    package static let roles = Permissions.leading
    package let content: Formation

    package init(_ content: Formation) {
        self.content = content
    }

    package func decide(in decision: Decision) throws(Refusal) -> [any Event] {
        let (state, groups) = (decision.state, content.groups)
        guard !groups.isEmpty, groups.count <= decision.limits.groups else { throw Refusal(.tooManyGroups) }
        var (ids, members) = (Set<String>(), Set<String>())
        for group in groups {
            try decision.checkText(group.groupId, "groupId", upTo: SessionLimits.idBytes)
            try decision.checkText(group.name, "name", upTo: SessionLimits.titleBytes)
            if let modelID = group.modelId { _ = try decision.model(modelID) }
            guard ids.insert(group.groupId).inserted else { throw Refusal(.groupTwice) }
            for id in group.members {
                guard state.participants[id] != nil else { throw Refusal(.noSuchParticipant) }
                guard members.insert(id).inserted else { throw Refusal(.memberTwice) }
            }
        }
        let holds = state.groups == groups && state.groupsAreByChoice == content.byChoice
        return holds ? [] : [GroupsFormed(content)]
    }
}

/// Goes to a group, where groups are by choice; those who lead move anybody at any time.
package struct JoinGroup: PageCommand {
    package static let kind = "joinGroup"
    package static let roles = Permissions.writing
    let groupId: String
    /// Who goes; nil is the sender.
    var participantId: String?

    package func decide(in decision: Decision) throws(Refusal) -> [any Event] {
        let (actor, state) = (decision.actor, decision.state)
        let id: String
        if let participantId { id = participantId } else { id = try decision.participantID() }
        if !actor.role.leadsSessions {
            guard id == actor.participantID else { throw Refusal(.notYourParty) }
            guard state.groupsAreByChoice else { throw Refusal(.groupsNotByChoice) }
        }
        guard state.participants[id] != nil else { throw Refusal(.noSuchParticipant) }
        let group = try decision.group(groupId)
        guard !group.members.contains(id) else { return [] }
        return [GroupJoined(groupId: group.groupId, participantId: id)]
    }
}

/// The sender's group asks for somebody who leads.
package struct CallFacilitator: PageCommand {
    package static let kind = "callFacilitator"
    package static let roles = Permissions.participants

    package func decide(in decision: Decision) throws(Refusal) -> [any Event] {
        let (id, state) = (try decision.participantID(), decision.state)
        guard let own = state.groups.first(where: { $0.members.contains(id) }) else { throw Refusal(.notInAGroup) }
        guard !state.callingGroups.contains(own.groupId) else { return [] }
        return [FacilitatorCalled(groupId: own.groupId)]
    }
}

/// Somebody who leads comes to a group that asked.
package struct AnswerCall: PageCommand {
    package static let kind = "answerCall"
    package static let roles = Permissions.leading
    let groupId: String

    package func decide(in decision: Decision) throws(Refusal) -> [any Event] {
        let group = try decision.group(groupId)
        guard decision.state.callingGroups.contains(groupId) else { return [] }
        return [CallAnswered(groupId: group.groupId)]
    }
}

/// Calls everybody out of the groups.
package struct RecallGroups: PageCommand {
    package static let kind = "recallGroups"
    package static let roles = Permissions.leading

    package func decide(in decision: Decision) throws(Refusal) -> [any Event] {
        decision.state.groups.isEmpty ? [] : [GroupsRecalled()]
    }
}

extension Decision {
    fileprivate func group(_ id: String) throws(Refusal) -> BreakoutGroup {
        guard let group = state.groups.first(where: { $0.groupId == id }) else { throw Refusal(.noSuchGroup) }
        return group
    }
}

// MARK: Events

/// People are in groups.
package struct GroupsFormed: ToldToAll, Carrier {
    package static let kind = "groupsFormed"
    package static let isHistory = false
    package static let isTakenWhenFull = false
    package let content: Formation

    package init(_ content: Formation) {
        self.content = content
    }

    package func apply(to state: inout SessionState, at: Int64) {
        state.groups = content.groups
        state.groupsAreByChoice = content.byChoice
        state.callingGroups = []
    }
}

/// A participant went to a group, and out of any other.
package struct GroupJoined: ToldToAll {
    package static let kind = "groupJoined"
    package static let isHistory = false
    package static let isTakenWhenFull = true
    let groupId: String
    /// nil where the participant was deleted since.
    let participantId: String?

    package func apply(to state: inout SessionState, at: Int64) {
        guard let id = participantId, let place = state.groups.firstIndex(where: { $0.groupId == groupId })
        else { return }
        for index in state.groups.indices { state.groups[index].members.removeAll { $0 == id } }
        state.groups[place].members.append(id)
    }
}

/// A group waits for somebody who leads.
package struct FacilitatorCalled: ToldToAll {
    package static let kind = "facilitatorCalled"
    package static let isHistory = false
    package static let isTakenWhenFull = true
    let groupId: String

    package func apply(to state: inout SessionState, at: Int64) {
        guard !state.callingGroups.contains(groupId), state.groups.contains(where: { $0.groupId == groupId })
        else { return }
        state.callingGroups.append(groupId)
    }
}

/// A group waits no more.
package struct CallAnswered: ToldToAll {
    package static let kind = "callAnswered"
    package static let isHistory = false
    package static let isTakenWhenFull = true
    let groupId: String

    package func apply(to state: inout SessionState, at: Int64) {
        state.callingGroups.removeAll { $0 == groupId }
    }
}

/// All are together again.
package struct GroupsRecalled: ToldToAll {
    package static let kind = "groupsRecalled"
    package static let isHistory = false
    package static let isTakenWhenFull = true

    package func apply(to state: inout SessionState, at: Int64) {
        state.groups = []
        state.callingGroups = []
    }
}
