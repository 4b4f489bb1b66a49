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
