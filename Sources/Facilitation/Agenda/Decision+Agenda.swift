extension Decision {
    /// The whole agenda anew. What has passed and what goes on keep their places, also when their words change:
    /// where a session is must not mean another phase than a moment ago.
    func setAgenda(_ edit: AgendaEdit) throws(Refusal) -> [SessionEvent] {
        guard edit.phases != state.agenda else { return [] }
        guard edit.expected == state.agendaRevision else { throw Refusal(.agendaHasChanged) }
        guard (1...SessionLimits.phases).contains(edit.phases.count) else { throw Refusal(.phasesOutOfRange) }
        var ids: Set<String> = []
        for phase in edit.phases {
            try check(phase)
            guard ids.insert(phase.id).inserted else { throw Refusal(.phaseTwice) }
        }
        guard edit.phases.map(\.id).starts(with: begun) else { throw Refusal(.phaseHasBegun) }
        return [.agenda(.set(AgendaSetting(phases: edit.phases)))]
    }

    /// The ids of the phases that have passed and of the one that goes on; none before the session has begun.
    private var begun: ArraySlice<String> {
        state.phaseEnteredAt == nil ? [] : state.agenda.map(\.id).prefix(state.phaseIndex + 1)
    }

    private func check(_ phase: AgendaPhase) throws(Refusal) {
        try checkText(phase.id, "id", upTo: SessionLimits.idBytes)
        try checkText(phase.title, "title", upTo: SessionLimits.titleBytes)
        try checkText(phase.titleEn ?? "", "titleEn", upTo: SessionLimits.titleBytes, required: false)
        try checkText(phase.question ?? "", "question", upTo: SessionLimits.noteBytes, required: false)
        try checkText(phase.questionEn ?? "", "questionEn", upTo: SessionLimits.noteBytes, required: false)
        guard (0...SessionLimits.phaseMinutes).contains(phase.minutes)
        else { throw Refusal(.phasesOutOfRange, fields: ["minutes"]) }
        guard phase.modelIds.count <= limits.models else { throw Refusal(.tooManyModels) }
        for id in phase.modelIds { _ = try model(id) }
    }
}
