/// What one thinks of the session, in two answers: what ``Evaluate`` asks for, ``Evaluated`` says and the state keeps.
package struct Evaluation: Sendable, Hashable, Codable {
    /// 1, not at all, to 5, a great deal: did the session bring us closer?
    package var grade: Int
    /// What to do otherwise the next time.
    package var text: String?
    /// Set by the server.
    package var participantId: String?

    package init(grade: Int, text: String? = nil, participantId: String? = nil) {
        self.grade = grade
        self.text = text
        self.participantId = participantId
    }
}

/// Gives the sender's evaluation, once: those who lead are not told whose an answer is, so a second would count as
/// another person's. Also in a session that has ended.
package struct Evaluate: PageCommand, Carrier {
    package static let kind = "evaluate"
    package static let roles = Permissions.participants
    package static let standing = SessionStanding.either
    package let content: Evaluation

    package init(_ content: Evaluation) {
        self.content = content
    }

    package func decide(in decision: Decision) throws(Refusal) -> [any Event] {
        let id = try decision.participantID()
        var own = content
        own.participantId = id
        guard (1...5).contains(own.grade) else { throw Refusal(.gradeOutOfRange, fields: ["grade"]) }
        try decision.checkText(own.text ?? "", "text", upTo: SessionLimits.promiseBytes, required: false)
        guard let before = decision.state.evaluations[id] else { return [Evaluated(own)] }
        guard before == own else { throw Refusal(.alreadyAnswered) }
        return []
    }
}

/// A participant has evaluated the session. Those who lead are told what, not who; the others that somebody did.
package struct Evaluated: Event, Carrier {
    package static let kind = "evaluated"
    package static let isHistory = false
    package static let isTakenWhenFull = false
    package let content: Evaluation

    package init(_ content: Evaluation) {
        self.content = content
    }

    package var owner: String? { content.participantId }

    package func shown(to audience: Audience) -> Evaluated {
        switch audience {
        case .owner: self
        case .leading: Evaluated(Evaluation(grade: content.grade, text: content.text))
        case .others: Evaluated(Evaluation(grade: 0))
        }
    }

    package func apply(to state: inout SessionState, at: Int64) {
        guard let id = content.participantId else { return }
        state.evaluations[id] = content
    }
}
