/// What a session is, folded from its events. A value: no I/O, no clock. Equal events give equal states.
///
/// Its JSON is what is stored of a session instead of the events that led there. A member that a later version adds has
/// to be read as optional there.
package struct SessionState: Sendable, Hashable, Codable {
    /// What was shown to everybody last: a round's ideas or a vote's result.
    package struct Revelation: Sendable, Hashable, Codable {
        /// Of what `id` is the id.
        package enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
            case round, vote
        }

        package var kind: Kind
        package var id: String
        /// Milliseconds since 1970.
        package var at: Int64
    }

    /// Each with an id of its own.
    package internal(set) var agenda: [AgendaPhase]
    /// The event that set the agenda; 0 while it is the one the session was made with.
    package internal(set) var agendaRevision: Int64 = 0
    /// Where the session is; a session begins in phase 0, before anyone has entered it. Never negative; may lie
    /// beyond an agenda that was shortened since.
    package internal(set) var phaseIndex: Int = 0
    /// When the phase was entered, milliseconds since 1970; nil until somebody has.
    package internal(set) var phaseEnteredAt: Int64?
    /// When the first phase was entered.
    package internal(set) var beganAt: Int64?
    package internal(set) var timer: SessionTimer = .idle
    package internal(set) var participants: [String: SessionParticipant] = [:]
    /// In the order they were made.
    package internal(set) var modelIDs: [String] = []
    package internal(set) var modelsByID: [String: SessionModel] = [:]
    /// In the order they were parked.
    package internal(set) var parkedItems: [ParkedRecord] = []
    /// Where everybody is asked to be; nil while nobody is.
    package internal(set) var call: Call?
    /// What was last said to everybody.
    package internal(set) var announcement: Announcement?
    /// Participants who are done with what the phase asks for.
    package internal(set) var ready: Set<String> = []
    /// Participants with a hand up, who raised it first first.
    package internal(set) var hands: [String] = []
    /// By participant.
    package internal(set) var evaluations: [String: Evaluation] = [:]
    /// The groups people are in at the moment; empty when all are together.
    package internal(set) var groups: [BreakoutGroup] = []
    package internal(set) var groupsAreByChoice = false
    /// The groups that wait for somebody who leads, by id, longest first.
    package internal(set) var callingGroups: [String] = []
    package internal(set) var ideaRounds: [String: IdeaRound] = [:]
    /// In the order they were opened.
    package internal(set) var roundIDs: [String] = []
    package internal(set) var votes: [String: SessionVote] = [:]
    /// In the order they were opened.
    package internal(set) var voteIDs: [String] = []
    package internal(set) var revelation: Revelation?
    /// By goal.
    package internal(set) var goalLevels: [String: GoalLevel] = [:]
    /// What the values mean here, by value.
    package internal(set) var interpretations: [String: String]
    /// The values that were interpreted when the session was made, sorted.
    package internal(set) var firstValueIDs: [String]
    /// Whether somebody has interpreted a value in this session, rather than before it was imported.
    package internal(set) var hasInterpreted = false
    package internal(set) var lobby = Lobby(mode: .open)
    /// When the session ended, milliseconds since 1970; nil while it is open.
    package internal(set) var endedAt: Int64?
    /// The last event taken in; 0 before the first.
    package internal(set) var sequence: Int64 = 0

    /// - Parameter models: those that stood before the first event, as imported. Of two with one id the first stays.
    package init(
        agenda: [AgendaPhase] = [], models: [SessionModel] = [], interpretations: [String: String] = [:]
    ) {
        self.interpretations = interpretations
        firstValueIDs = interpretations.keys.sorted()
        self.agenda = AgendaPhase.identified(agenda)
        for model in models {
            insert(model)
        }
    }

    package var isEnded: Bool { endedAt != nil }

    /// nil without an agenda.
    package var currentPhase: AgendaPhase? {
        agenda.indices.contains(phaseIndex) ? agenda[phaseIndex] : nil
    }

    package var models: [SessionModel] {
        modelIDs.compactMap { modelsByID[$0] }
    }

    package func model(_ id: String) -> SessionModel? {
        modelsByID[id]
    }

    /// Whether nobody may write in a model.
    package func isClosed(_ model: SessionModel) -> Bool { model.isLocked || isEnded }

    /// A model that is there already stays as it is.
    mutating func insert(_ model: SessionModel) {
        guard modelsByID[model.id] == nil else { return }
        modelIDs.append(model.id)
        modelsByID[model.id] = model
    }
}

// MARK: The fold

extension SessionState {
    /// Takes in one event. Total: an event that does not fit (a model nobody made, a kind nobody knows) changes
    /// nothing but the sequence, and one that was taken in before changes nothing at all.
    package mutating func apply(_ event: SessionEvent, at: Int64, sequence: Int64) {
        guard sequence > self.sequence else { return }
        self.sequence = sequence
        switch event {
        case .known(let event): event.apply(to: &self, at: at)
        case .unknown: break
        }
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
