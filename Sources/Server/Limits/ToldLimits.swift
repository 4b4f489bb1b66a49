import Application
import CRDT
import Facilitation
import Planning
import Rooms
import Transport

/// The limits that a participant can run into while writing. The page has none of its own: it asks for these and warns
/// before one is reached, counted as the server counts.
struct ToldLimits: Codable, Sendable {
    /// How long a text may be, by each way it is counted. None is no limit.
    struct Length: Codable, Sendable {
        /// Of UTF-8.
        var bytes: Int?
        /// As people count them (UAX 29): an emoji is one, however it is made up.
        var characters: Int?
        /// Of UTF-16, as documents and text fields count.
        var codeUnits: Int?
    }

    let texts: [String: Length]
    /// The largest number that may be chosen, by what is counted.
    let counts: [String: Int]
    /// A collaboration model as one update.
    let modelBytes: Int
    /// One update after the first sync, and one message of any kind.
    let updateBytes: Int
    let messageBytes: Int
    /// A request's body.
    let bodyBytes: Int

    /// A field of a model: some fifty pages, as much as a browser's text field shows without delay. What a field holds
    /// cannot be told from an update, so a page keeps to it; the server bounds the model as a whole.
    static let fieldCodeUnits = 100_000
    /// A comment beside a field, kept to in the same way: a paragraph or two.
    static let commentCodeUnits = 2_000

    init(_ limits: ServerLimits) {
        texts = [
            "line": Length(bytes: CleanLine.mostBytes, characters: CleanLine.mostCharacters),
            "title": Length(bytes: SessionLimits.titleBytes),
            "name": Length(bytes: InterchangeLimits.nameBytes),
            "promise": Length(bytes: SessionLimits.promiseBytes),
            "note": Length(bytes: SessionLimits.noteBytes),
            "idea": Length(bytes: SessionLimits.ideaBytes),
            "passphrase": Length(bytes: SessionLimits.passphraseBytes),
            "post": Length(bytes: WeekEdit.marketPostBytes),
            "reason": Length(characters: RemovalRoutes.longestReason),
            "field": Length(codeUnits: Self.fieldCodeUnits),
            "comment": Length(codeUnits: Self.commentCodeUnits),
        ]
        counts = [
            "phaseMinutes": SessionLimits.phaseMinutes,
            "timerMinutes": Int(SessionLimits.longestTimerMs / 60_000),
            "groups": limits.rooms.session.groups,
            "voteBudget": SessionLimits.voteBudget,
            "voteOptions": SessionLimits.voteOptions,
        ]
        modelBytes = limits.rooms.document.updateBytes
        updateBytes = limits.rooms.updateBytes
        messageBytes = limits.transport.messageBytes
        bodyBytes = limits.transport.bodyBytes
    }
}
