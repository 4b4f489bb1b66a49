/// A question that everybody answers for themselves first, and sees all answers to afterwards: what ``OpenIdeas`` asks
/// for, ``IdeasOpened`` says and the state keeps.
package struct IdeaQuestion: Sendable, Hashable, Codable {
    package var roundId: String
    package var question: String
    /// Whether the answers are shown with who wrote them; said before anyone writes, and never changed.
    package var isNamed: Bool

    package init(roundId: String, question: String, isNamed: Bool) {
        self.roundId = roundId
        self.question = question
        self.isNamed = isNamed
    }
}

/// An idea as its writer says it: what ``WriteIdea`` asks for and ``IdeaWritten`` says. The same id again says it anew,
/// and an empty text takes it back.
package struct IdeaWriting: Sendable, Hashable, Codable {
    package var roundId: String
    package var ideaId: String
    package var text: String
    /// Set by the server.
    package var participantId: String?

    package init(roundId: String, ideaId: String, text: String, participantId: String? = nil) {
        self.roundId = roundId
        self.ideaId = ideaId
        self.text = text
        self.participantId = participantId
    }
}

/// An idea is put under a heading, or, under none, taken out again: what ``SortIdea`` asks for and ``IdeaSorted`` says.
package struct IdeaSorting: Sendable, Hashable, Codable {
    package var roundId: String
    package var ideaId: String
    package var heading: String?

    package init(roundId: String, ideaId: String, heading: String? = nil) {
        self.roundId = roundId
        self.ideaId = ideaId
        self.heading = heading
    }
}

/// A round of ideas as the session has it.
package struct IdeaRound: Sendable, Hashable, Codable {
    /// One idea as the session has it; nobody's once its writer was deleted.
    package struct Idea: Sendable, Hashable, Codable {
        package var ideaId: String
        package var text: String
        package var participantId: String?
        package var heading: String?
    }

    package var question: IdeaQuestion
    package var isRevealed = false
    /// By id, and ids are drawn at random: the order tells nobody who wrote first.
    package var ideas: [String: Idea] = [:]

    /// What a revelation shows.
    package var revelation: IdeasRevealed {
        let shown = ideas.values.sorted { $0.ideaId < $1.ideaId }.map { idea in
            IdeasRevealed.Shown(
                ideaId: idea.ideaId, text: idea.text, participantId: question.isNamed ? idea.participantId : nil)
        }
        return IdeasRevealed(roundId: question.roundId, ideas: shown)
    }

    fileprivate mutating func write(_ writing: IdeaWriting) {
        guard !writing.text.isEmpty else { return ideas[writing.ideaId] = nil }
        ideas[writing.ideaId] = Idea(
            ideaId: writing.ideaId, text: writing.text, participantId: writing.participantId, heading: nil)
    }
}

// MARK: Commands

/// Opens a question. Opening the same again gives no event; one id never means two questions.
package struct OpenIdeas: PageCommand, Carrier {
    package static let kind = "openIdeas"
    package static let roles = Permissions.leading
    package let content: IdeaQuestion

    package init(_ content: IdeaQuestion) {
        self.content = content
    }

    package func decide(in decision: Decision) throws(Refusal) -> [any Event] {
        try decision.checkText(content.roundId, "roundId", upTo: SessionLimits.idBytes)
        try decision.checkText(content.question, "question", upTo: SessionLimits.noteBytes)
        let rounds = decision.state.ideaRounds
        if let before = rounds[content.roundId] {
            guard before.question == content else { throw Refusal(.roundExists) }
            return []
        }
        guard rounds.count < decision.limits.rounds else { throw Refusal(.tooManyRounds) }
        return [IdeasOpened(content)]
    }
}

/// Writes, rewrites or takes back one of the sender's own ideas, while they are not shown.
package struct WriteIdea: PageCommand, Carrier {
    package static let kind = "writeIdea"
    package static let roles = Permissions.participants
    package let content: IdeaWriting

    package init(_ content: IdeaWriting) {
        self.content = content
    }

    package func decide(in decision: Decision) throws(Refusal) -> [any Event] {
        var own = content
        own.participantId = try decision.participantID()
        let round = try decision.round(own.roundId)
        guard !round.isRevealed else { throw Refusal(.alreadyRevealed) }
        try decision.checkText(own.ideaId, "ideaId", upTo: SessionLimits.idBytes)
        try decision.checkText(own.text, "text", upTo: SessionLimits.ideaBytes, required: false)
        if own.text.allSatisfy(\.isWhitespace) { own.text = "" }
        let before = round.ideas[own.ideaId]
        guard before == nil || before?.participantId == own.participantId else { throw Refusal(.notYourIdea) }
        guard before != nil || round.ideas.count < decision.limits.ideas else { throw Refusal(.tooManyIdeas) }
        return (before?.text ?? "") == own.text ? [] : [IdeaWritten(own)]
    }
}

/// Shows everybody all ideas of a round.
package struct RevealIdeas: PageCommand {
    package static let kind = "revealIdeas"
    package static let roles = Permissions.leading
    let roundId: String

    package func decide(in decision: Decision) throws(Refusal) -> [any Event] {
        let round = try decision.round(roundId)
        return round.isRevealed ? [] : [round.revelation]
    }
}

/// Puts an idea that is shown under a heading.
package struct SortIdea: PageCommand, Carrier {
    package static let kind = "sortIdea"
    package static let roles = Permissions.writing
    package let content: IdeaSorting

    package init(_ content: IdeaSorting) {
        self.content = content
    }

    package func decide(in decision: Decision) throws(Refusal) -> [any Event] {
        let round = try decision.round(content.roundId)
        guard round.isRevealed else { throw Refusal(.notRevealed) }
        guard let idea = round.ideas[content.ideaId] else { throw Refusal(.noSuchIdea) }
        try decision.checkText(content.heading ?? "", "heading", upTo: SessionLimits.titleBytes, required: false)
        var tidied = content
        if content.heading?.allSatisfy(\.isWhitespace) == true { tidied.heading = nil }
        return idea.heading == tidied.heading ? [] : [IdeaSorted(tidied)]
    }
}

extension Decision {
    fileprivate func round(_ id: String) throws(Refusal) -> IdeaRound {
        guard let round = state.ideaRounds[id] else { throw Refusal(.noSuchRound) }
        return round
    }
}

// MARK: Events

/// A question is open. One that is there already stays as it is.
package struct IdeasOpened: ToldToAll, Carrier {
    package static let kind = "ideasOpened"
    package static let isHistory = true
    package static let isTakenWhenFull = false
    package let content: IdeaQuestion

    package init(_ content: IdeaQuestion) {
        self.content = content
    }

    package func apply(to state: inout SessionState, at: Int64) {
        guard state.ideaRounds[content.roundId] == nil else { return }
        state.ideaRounds[content.roundId] = IdeaRound(question: content)
        state.roundIDs.append(content.roundId)
    }
}

/// A participant wrote an idea, or took it back. All others are told only that, so that those who wait can be counted.
package struct IdeaWritten: Event, Carrier {
    package static let kind = "ideaWritten"
    package static let isHistory = false
    package static let isTakenWhenFull = false
    package let content: IdeaWriting

    package init(_ content: IdeaWriting) {
        self.content = content
    }

    package var owner: String? { content.participantId }

    package func shown(to audience: Audience) -> IdeaWritten {
        switch audience {
        case .owner: self
        case .leading, .others:
            IdeaWritten(
                IdeaWriting(
                    roundId: content.roundId, ideaId: content.ideaId, text: content.text.isEmpty ? "" : "…"))
        }
    }

    package func apply(to state: inout SessionState, at: Int64) {
        state.ideaRounds[content.roundId]?.write(content)
    }
}

/// Everybody sees the ideas: everything that was written, so that nothing needs to be known from before.
package struct IdeasRevealed: ToldToAll {
    /// An idea as all see it.
    package struct Shown: Sendable, Hashable, Codable {
        package let ideaId: String
        package let text: String
        /// Only where the round is with names.
        package var participantId: String?
    }

    package static let kind = "ideasRevealed"
    package static let isHistory = true
    package static let isTakenWhenFull = true
    package let roundId: String
    package let ideas: [Shown]

    package func apply(to state: inout SessionState, at: Int64) {
        state.ideaRounds[roundId]?.isRevealed = true
        state.revelation = .init(kind: .round, id: roundId, at: at)
    }
}

/// An idea stands under another heading, or under none.
package struct IdeaSorted: ToldToAll, Carrier {
    package static let kind = "ideaSorted"
    package static let isHistory = false
    package static let isTakenWhenFull = false
    package let content: IdeaSorting

    package init(_ content: IdeaSorting) {
        self.content = content
    }

    package func apply(to state: inout SessionState, at: Int64) {
        state.ideaRounds[content.roundId]?.ideas[content.ideaId]?.heading = content.heading
    }
}
