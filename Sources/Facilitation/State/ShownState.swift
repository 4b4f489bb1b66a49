import Planning

/// A session as it stands, as those see it who lead (`isForLeading`), or all others: what a page would have folded
/// from the events that ``Audience`` lets it see. What is one person's own is in ``OwnState``.
///
/// Encodes as the member `state` of the message of that name. People are told by their place in `people`, so that
/// thousands who are ready, vote and are in groups cost some bytes each.
package struct ShownState: Codable, Sendable {
    /// The timer where it is not idle; either `endsAt` or `remainingMs` is there.
    struct Timer: Codable {
        /// Milliseconds since 1970; nil while it is paused.
        let endsAt: Int64?
        /// nil while it runs.
        let remainingMs: Int64?
        let totalMs: Int64
    }

    /// The agenda where it is not the one the session was made with.
    struct Agenda: Codable {
        let phases: [AgendaPhase]
        let revision: Int64
    }

    /// A group, with its members by their place in `people`.
    struct Group: Codable {
        let groupId, name: String
        let modelId: String?
        let members: [Int]
    }

    /// An idea that is shown, with its writer's place in `people` where the round is with names.
    struct Idea: Codable {
        let ideaId, text: String
        let person: Int?
        let heading: String?
    }

    /// A round of ideas: what they say once they are shown, how many there are before.
    struct Round: Codable {
        let roundId, question: String
        let isNamed, revealed: Bool
        /// Once they are shown.
        let ideas: [Idea]?
        /// The ids alone, before.
        let hidden: [String]?
    }

    /// One ballot of a vote with names.
    struct Dots: Codable {
        let person: Int?
        let dots: [String: Int]
    }

    /// What came of a vote, once that is shown.
    struct Result: Codable {
        let tallies: [String: Int]
        let voters: Int
        let ballots: [Dots]?
    }

    /// A vote: who has voted before the result is shown, what for afterwards. Encodes as its question with that beside it.
    struct Vote: Codable {
        let question: VoteQuestion
        /// Who has voted, before the result is shown.
        let voters: [Int]?
        let result: Result?

        private enum CodingKeys: String, CodingKey { case voters = "cast", result }

        init(question: VoteQuestion, voters: [Int]?, result: Result?) {
            (self.question, self.voters, self.result) = (question, voters, result)
        }

        init(from decoder: any Decoder) throws {
            let members = try decoder.container(keyedBy: CodingKeys.self)
            self.init(
                question: try VoteQuestion(from: decoder),
                voters: try members.decodeIfPresent([Int].self, forKey: .voters),
                result: try members.decodeIfPresent(Result.self, forKey: .result))
        }

        func encode(to encoder: any Encoder) throws {
            try question.encode(to: encoder)
            var members = encoder.container(keyedBy: CodingKeys.self)
            try members.encodeIfPresent(voters, forKey: .voters)
            try members.encodeIfPresent(result, forKey: .result)
        }
    }

    /// What is known of a goal's level.
    struct Level: Codable {
        let goalId: String
        let answers: LevelAnswers?
        let suggestion: LevelChoice?
        let decision: LevelDecision?
    }

    /// How many there are, and for those who lead what they say, without whose they are.
    struct Evaluations: Codable {
        let count: Int
        let told: [Evaluation]?
    }

    /// A parked item. Encodes as the item with `settled` beside it.
    struct Parked: Codable {
        let item: ParkedItem
        let settled: Bool

        private enum CodingKeys: String, CodingKey { case settled }

        init(item: ParkedItem, settled: Bool) {
            (self.item, self.settled) = (item, settled)
        }

        init(from decoder: any Decoder) throws {
            let members = try decoder.container(keyedBy: CodingKeys.self)
            self.init(
                item: try ParkedItem(from: decoder), settled: try members.decode(Bool.self, forKey: .settled))
        }

        func encode(to encoder: any Encoder) throws {
            try item.encode(to: encoder)
            var members = encoder.container(keyedBy: CodingKeys.self)
            try members.encode(settled, forKey: .settled)
        }
    }

    let people: [String]
    let phase: Int
    let phaseEnteredAt, beganAt: Int64?
    let timer: Timer?
    let locked: [String]
    let ended: Bool
    let agenda: Agenda?
    let lobby: Lobby
    let parked: [Parked]
    let call: Call?
    let announcement: String
    let ready, hands: [Int]
    let evaluations: Evaluations
    let groups: [Group]
    let groupsByChoice: Bool
    let calling: [String]
    let rounds: [Round]
    let votes: [Vote]
    let levels: [Level]
    let interpretations: [ValueInterpretation]
    let shown: SessionState.Revelation?
}

/// What of a session is one participant's own, and is told to nobody else before it is shown.
package struct OwnState: Codable, Sendable, Hashable {
    /// An idea of one's own.
    struct Written: Codable, Hashable {
        let roundId, ideaId, text: String
    }

    /// A ballot of one's own.
    struct Cast: Codable, Hashable {
        let voteId: String
        let dots: [String: Int]
    }

    let participantId: String?
    var ideas: [Written]
    let ballots: [Cast]
    let evaluation: Evaluation?

    /// How many things were said.
    package var count: Int { ideas.count + ballots.count + (evaluation == nil ? 0 : 1) }
}
