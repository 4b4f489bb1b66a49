extension Decision {
    func form(_ formation: Formation) throws(Refusal) -> [SessionEvent] {
        guard !formation.groups.isEmpty, formation.groups.count <= limits.groups else { throw Refusal(.tooManyGroups) }
        var (ids, members) = (Set<String>(), Set<String>())
        for group in formation.groups {
            try checkText(group.groupId, "groupId", upTo: SessionLimits.idBytes)
            try checkText(group.name, "name", upTo: SessionLimits.titleBytes)
            if let modelID = group.modelId { _ = try model(modelID) }
            guard ids.insert(group.groupId).inserted else { throw Refusal(.groupTwice) }
            for id in group.members {
                guard state.participants[id] != nil else { throw Refusal(.noSuchParticipant) }
                guard members.insert(id).inserted else { throw Refusal(.memberTwice) }
            }
        }
        let holds = state.groups == formation.groups && state.groupsAreByChoice == formation.byChoice
        return holds ? [] : [.groups(.formed(formation))]
    }

    /// Those who lead move anybody; others themselves, where the groups are by choice.
    func joinGroup(_ choice: GroupChoice) throws(Refusal) -> [SessionEvent] {
        let id: String
        if let requested = choice.participantId { id = requested } else { id = try participantID() }
        if !actor.role.leadsSessions {
            guard id == actor.participantID else { throw Refusal(.notYourParty) }
            guard state.groupsAreByChoice else { throw Refusal(.groupsNotByChoice) }
        }
        guard state.participants[id] != nil else { throw Refusal(.noSuchParticipant) }
        let group = try group(choice.groupId)
        guard !group.members.contains(id) else { return [] }
        return [.groups(.joined(GroupChoice(groupId: group.groupId, participantId: id)))]
    }

    func callFacilitator() throws(Refusal) -> [SessionEvent] {
        let id = try participantID()
        guard let own = state.groups.first(where: { $0.members.contains(id) }) else { throw Refusal(.notInAGroup) }
        guard !state.callingGroups.contains(own.groupId) else { return [] }
        return [.groups(.facilitatorCalled(GroupReference(groupId: own.groupId)))]
    }

    func answerCall(of groupID: String) throws(Refusal) -> [SessionEvent] {
        let group = try group(groupID)
        guard state.callingGroups.contains(groupID) else { return [] }
        return [.groups(.callAnswered(GroupReference(groupId: group.groupId)))]
    }

    private func group(_ id: String) throws(Refusal) -> BreakoutGroup {
        guard let group = state.groups.first(where: { $0.groupId == id }) else { throw Refusal(.noSuchGroup) }
        return group
    }
}
