/// A question that everybody answers for themselves first, and sees all answers to afterwards. Payload of `openIdeas`
/// and of `ideasOpened`.
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

/// Payload of `writeIdea` and of `ideaWritten`; the same id again says it anew, and an empty text takes it back.
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

/// Payload of `revealIdeas`.
package struct RoundReference: Sendable, Hashable, Codable {
    package var roundId: String

    package init(roundId: String) {
        self.roundId = roundId
    }
}

/// Payload of `ideasRevealed`: everything that was written, so that nothing needs to be known from before.
package struct IdeaRevelation: Sendable, Hashable, Codable {
    package struct Shown: Sendable, Hashable, Codable {
        package var ideaId: String
        package var text: String
        /// Only where the round is with names.
        package var participantId: String?

        package init(ideaId: String, text: String, participantId: String? = nil) {
            self.ideaId = ideaId
            self.text = text
            self.participantId = participantId
        }
    }

    package var roundId: String
    package var ideas: [Shown]

    package init(roundId: String, ideas: [Shown]) {
        self.roundId = roundId
        self.ideas = ideas
    }
}

/// An idea is put under a heading; none takes it out again. Payload of `sortIdea` and of `ideaSorted`.
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
