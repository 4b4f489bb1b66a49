import Planning

extension SessionState {
    /// Takes in one event. Total: an event that does not fit (a model nobody made, a kind nobody knows) changes
    /// nothing but the sequence, and one that was taken in before changes nothing at all.
    package mutating func apply(_ event: SessionEvent, at: Int64, sequence: Int64) {
        guard sequence > self.sequence else { return }
        self.sequence = sequence
        switch event {
        case .participantJoined(let participant): participants[participant.participantID] = participant
        case .participantCorrected(let participant): correct(participant)
        case .phaseEntered(let index, _):
            phaseIndex = max(0, index)
            phaseEnteredAt = at
            beganAt = beganAt ?? at
            ready = []
        case .timerStarted, .timerPaused, .timerResumed, .timerExtended, .timerStopped: timer.apply(event, at: at)
        case .modelCreated(let made):
            insert(SessionModel(id: made.modelID, title: made.title, level: made.level, goalIDs: made.goalIDs))
        case .modelLevelSet(let id, let level, _): modelsByID[id]?.level = level
        case .modelLocked(let id): modelsByID[id]?.isLocked = true
        case .modelUnlocked(let id): modelsByID[id]?.isLocked = false
        case .modelConfirmed(let confirmation): modelsByID[confirmation.modelID]?.confirm(confirmation)
        case .confirmationWithdrawn(let taken): modelsByID[taken.modelID]?.withdraw(taken)
        case .sessionEnded:
            endedAt = at
            timer = .idle
            call = nil
        case .sessionReopened: endedAt = nil
        case .unknown: break
        default: event.area?.apply(to: &self, at: at)
        }
    }

    /// Somebody comes to be another; what they confirmed as who they came as says so from then on.
    private mutating func correct(_ participant: SessionParticipant) {
        guard let before = participants.updateValue(participant, forKey: participant.participantID) else {
            participants[participant.participantID] = nil
            return
        }
        for id in modelIDs { modelsByID[id]?.correct(before, to: participant) }
    }

    /// Takes out somebody who joined and never came: their row is gone, and nothing else in the state names them.
    package mutating func forget(_ participantID: String) { participants[participantID] = nil }

    /// The state after `events`, from the beginning of the session.
    package static func fold(
        _ events: some Sequence<RecordedEvent>, agenda: [AgendaPhase] = [], models: [SessionModel] = [],
        interpretations: [String: String] = [:]
    ) -> SessionState {
        var state = SessionState(agenda: agenda, models: models, interpretations: interpretations)
        for record in events {
            state.apply(record.event, at: record.at, sequence: record.sequence)
        }
        return state
    }
}
