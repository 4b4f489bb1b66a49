import Planning

/// One step of a session's agenda.
package struct AgendaPhase: Sendable, Hashable {
    /// Its own within the agenda, also while it is moved and changed; empty until ``identified(_:)`` has given it one.
    package var id: String
    package var title: String
    /// Planned length. A plan only: nothing moves on by itself.
    package var minutes: Int
    /// What the participants are asked in this phase.
    package var question: String?
    /// The same in English, where a template had it.
    package var titleEn: String?
    package var questionEn: String?
    /// The models that are worked on in this phase; none says nothing of it.
    package var modelIds: [String]

    package init(
        id: String = "", title: String, minutes: Int, question: String? = nil, titleEn: String? = nil,
        questionEn: String? = nil, modelIds: [String] = []
    ) {
        self.id = id
        self.title = title
        self.minutes = minutes
        self.question = question
        self.titleEn = titleEn
        self.questionEn = questionEn
        self.modelIds = modelIds
    }

    /// The same phases, each with an id: an imported agenda has none. Those without, and the second of two that are
    /// the same, are called after their place, which gives the same ids however often it is read.
    package static func identified(_ phases: [AgendaPhase]) -> [AgendaPhase] {
        var taken = Set(phases.map(\.id))
        taken.insert("")
        var seen: Set<String> = [""]
        return phases.enumerated().map { index, phase in
            guard !seen.insert(phase.id).inserted else { return phase }
            var named = phase
            named.id = "phase-\(index + 1)"
            while !taken.insert(named.id).inserted { named.id += "-" }
            return named
        }
    }
}

extension AgendaPhase: Codable {
    private enum CodingKeys: String, CodingKey {
        case id, title, minutes, question, titleEn, questionEn, modelIds
    }

    package init(from decoder: any Decoder) throws {
        let members = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            id: try members.decodeIfPresent(String.self, forKey: .id) ?? "",
            title: try members.decode(String.self, forKey: .title),
            minutes: try members.decodeIfPresent(Int.self, forKey: .minutes) ?? 0,
            question: try members.decodeIfPresent(String.self, forKey: .question),
            titleEn: try members.decodeIfPresent(String.self, forKey: .titleEn),
            questionEn: try members.decodeIfPresent(String.self, forKey: .questionEn),
            modelIds: try members.decodeIfPresent([String].self, forKey: .modelIds) ?? [])
    }

    package func encode(to encoder: any Encoder) throws {
        var members = encoder.container(keyedBy: CodingKeys.self)
        try members.encode(id, forKey: .id)
        try members.encode(title, forKey: .title)
        try members.encode(minutes, forKey: .minutes)
        try members.encodeIfPresent(question, forKey: .question)
        try members.encodeIfPresent(titleEn, forKey: .titleEn)
        try members.encodeIfPresent(questionEn, forKey: .questionEn)
        if !modelIds.isEmpty { try members.encode(modelIds, forKey: .modelIds) }
    }
}

extension AgendaPhase: SchemaRefining {
    package static var alwaysWritten: Set<String> { ["id", "minutes"] }
}

// MARK: Commands

/// Sets the whole agenda anew. What has passed and what goes on keep their places, also when their words change: where a
/// session is must not mean another phase than a moment ago.
package struct SetAgenda: PageCommand {
    package static let kind = "setAgenda"
    package static let roles = Permissions.leading
    let phases: [AgendaPhase]
    /// ``SessionState/agendaRevision`` of the agenda that was edited, so that of two who edit at once neither undoes
    /// what the other did.
    let expected: Int64

    package func decide(in decision: Decision) throws(Refusal) -> [any Event] {
        let state = decision.state
        guard phases != state.agenda else { return [] }
        guard expected == state.agendaRevision else { throw Refusal(.agendaHasChanged) }
        guard (1...SessionLimits.phases).contains(phases.count) else { throw Refusal(.phasesOutOfRange) }
        var ids: Set<String> = []
        for phase in phases {
            try decision.check(phase)
            guard ids.insert(phase.id).inserted else { throw Refusal(.phaseTwice) }
        }
        // Those that have passed and the one that goes on; none before the session has begun.
        let begun = state.phaseEnteredAt == nil ? [] : state.agenda.map(\.id).prefix(state.phaseIndex + 1)
        guard phases.map(\.id).starts(with: begun) else { throw Refusal(.phaseHasBegun) }
        return [AgendaSet(phases: phases)]
    }
}

extension Decision {
    fileprivate func check(_ phase: AgendaPhase) throws(Refusal) {
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

// MARK: Events

/// The session has another agenda.
package struct AgendaSet: ToldToAll {
    package static let kind = "agendaSet"
    package static let isHistory = true
    package static let isTakenWhenFull = false
    let phases: [AgendaPhase]

    package func apply(to state: inout SessionState, at: Int64) {
        state.agenda = AgendaPhase.identified(phases)
        state.agendaRevision = state.sequence
    }
}
