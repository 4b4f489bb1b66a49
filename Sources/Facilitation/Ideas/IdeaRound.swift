/// A round of ideas as the session has it.
package struct IdeaRound: Sendable, Hashable, Codable {
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
    package var revelation: IdeaRevelation {
        let shown = ideas.values.sorted { $0.ideaId < $1.ideaId }.map { idea in
            IdeaRevelation.Shown(
                ideaId: idea.ideaId, text: idea.text, participantId: question.isNamed ? idea.participantId : nil)
        }
        return IdeaRevelation(roundId: question.roundId, ideas: shown)
    }
}
