/// Bounds of what a session holds: everything in its state lives in memory and is sent to whoever joins.
package struct SessionLimits: Sendable {
    /// Goals that one model can concern; a week has some dozens.
    package var goalsPerModel = 100
    /// A session works on one to five models; an import may hold more.
    package var models = 200
    /// The largest meeting planned for is 300; a unit's whole staff may look in.
    package var participants = 3_000
    /// Parties to one model: every unit of a large municipality.
    package var confirmationsPerModel = 500

    /// Items parked in a session; beyond some dozens nobody reads them.
    package var parkedItems = 300
    /// Groups at the same time: three hundred people in fives.
    package var groups = 60
    /// Rounds of ideas, and votes, each.
    package var rounds = 100
    /// Ideas in a round: all of them are told to everybody at once.
    package var ideas = 600
    /// Goals whose level is discussed in one session.
    package var goals = 500

    package static let standard = SessionLimits()

    package init() {}

    // What follows belongs to the format of events, and is the same everywhere.

    /// An id is one of ours (22 characters) or one from an import; longer is a mistake or an attack.
    package static let idBytes = 200
    /// A model's title is one line in a list and on a phone.
    package static let titleBytes = 600
    /// "Konsulent i Sundhed og Forebyggelse" is 35 characters.
    package static let functionBytes = 400
    /// What a unit gives or needs: some paragraphs, read aloud.
    package static let promiseBytes = 8_000
    /// A note, a question or a reason: a paragraph or two.
    package static let noteBytes = 4_000
    /// An idea fits on a slip of paper.
    package static let ideaBytes = 1_000
    /// A word or two, said aloud.
    package static let passphraseBytes = 200
    /// What a vote chooses between: more cannot be taken in.
    package static let voteOptions = 40
    /// Dots each person has.
    package static let voteBudget = 20
    /// Confirmations of one party that others of it have confirmed over, and that stand again when those are taken back.
    package static let earlierConfirmations = 8
    /// A SHA-256 in hexadecimal, with room for a longer hash.
    package static let contentVersionBytes = 128
    /// Steps of an agenda: a day in quarters of an hour.
    package static let phases = 60
    /// Planned length of a step: a day.
    package static let phaseMinutes = 1_440
    /// Values that are interpreted: five, or a municipality's own.
    package static let values = 20
    /// Shortest timer: below a second it is over before anyone sees it.
    package static let shortestTimerMs: Int64 = 1_000
    /// Longest timer, extensions included: a day.
    package static let longestTimerMs: Int64 = 24 * 60 * 60 * 1_000
}
