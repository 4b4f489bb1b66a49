package import CRDT
package import Facilitation
package import SyncProtocol

/// The limits of what is live, each with its reason, and those of the parts that live here. Those of one message are
/// the transport's.
package struct RoomLimits: Sendable {
    /// The engine's, for each document, far below what it could do: what people write in must be sent to each of them.
    /// A document that is stored and no longer within them is opened, and takes no more.
    package var document = Self.documentLimits

    /// How much of a session's documents one person may use up.
    package var person = PersonLimits()

    /// What a connection may make a document remember about who is there.
    package var awareness = AwarenessLimits.standard

    /// How much a session may hold.
    package var session = SessionLimits.standard

    /// Bytes of one update after a connection's first synchronisation. A person's edit is under 1 KiB, a pasted page
    /// under 20, and as much as a field takes, 100,000 characters, at most 300; what a browser wrote while offline
    /// comes as sync step 2 and has the engine's limit.
    package var updateBytes = 512 * 1024

    /// Bytes of one awareness message: a name, a colour and a cursor are about 300.
    package var awarenessBytes = 1024

    /// Awareness messages per second and connection, with a burst of the same size. Typing moves a cursor about
    /// five times a second.
    package var awarenessPerSecond = 10

    /// Messages a connection may send before its document has been read from the database.
    package var backlogMessages = 64

    /// Bytes of those messages. Nobody has been asked for a token yet, so it is one full message and no more.
    package var backlogBytes = 1024 * 1024

    /// Updates in the log before a snapshot replaces them: reading 500 takes a few milliseconds.
    package var updatesBeforeSnapshot = 500

    /// Bytes in the log before a snapshot replaces them.
    package var bytesBeforeSnapshot = 1024 * 1024

    /// How long a room without anyone in it stays in memory, so that a reload finds it warm.
    package var idleBeforeUnload: Duration = .seconds(30)

    /// How long after an edit its consequences for the session (what is missing, which confirmations are from
    /// before it) are worked out: once a pause, not once a keystroke.
    package var contentDelay: Duration = .milliseconds(400)

    /// Commands of one connection that may wait for the database at the same time.
    package var waitingCommands = 16

    /// Commands and reactions that one person may send at once, over all connections: a facilitator who sorts ideas or
    /// moves people between groups as fast as hands allow stays far below it. A connection that sends twice as many
    /// messages of any kind is closed.
    package var commandBurst = 60

    /// How many of them come back each second.
    package var commandsPerSecond = 10

    /// Bytes of a command that count as one more: an idea or a note is below it, an agenda of a day counts as some ten.
    package var commandBytes = 4 * 1024

    /// Bytes that may wait to be sent to a connection before it is sent no more single changes: a second of a room in
    /// which everybody types.
    package var slowReaderBytes = 256 * 1024

    /// Bytes of updates that may wait for the disk, over all documents: a disk that stands still for a minute while
    /// three hundred people type has some 10 MiB waiting.
    package var unsavedBytes = 64 * 1024 * 1024

    /// How long after the database failed it is tried again.
    package var retryAfterFailure: Duration = .seconds(1)

    /// How long after a change a version of the model is kept: what one may want back is some minutes' work.
    package var versionDelay: Duration = .seconds(180)

    /// Versions kept of a model, the newest; a session's day makes some fifty.
    package var versions = 300

    /// Bytes of a document of which versions are kept with their contents: ten times the largest model seen.
    package var versionBytes = 1024 * 1024

    /// People who may stand at a session's door. A tenth more is held back for those who come from elsewhere than most.
    package var knocks = 1_000

    /// How long a place is kept for somebody who joined and opens no page: a phone that went dark on the way in.
    package var newcomerPatience: Duration = .seconds(600)

    /// Bytes that the documents of a session may take in the database, and as many its versions: thirty full models, or
    /// some thousand as they are written.
    package var sessionDocumentBytes = 64 * 1024 * 1024

    /// Bytes that the documents of a week may take.
    package var weekBytes = 1024 * 1024 * 1024

    /// How long after a reaction a connection may send the next: a press, not a stream.
    package var reactionInterval: Duration = .seconds(1)

    /// How long reactions are counted before all are told: one message, however many clap.
    package var reactionDelay: Duration = .milliseconds(600)

    /// Events of a session kept in memory, for those who were away for a moment.
    package var tailEvents = 1_000

    /// Bytes of them.
    package var tailBytes = 256 * 1024

    /// Events that a page may have missed and still gets one by one; beyond it the state is less. As many stay on the
    /// disk when the state takes the place of the others, for those who come back after a restart.
    package var missedEvents = 256

    /// Bytes of them.
    package var missedBytes = 64 * 1024

    /// Bytes of a session's state in one message; a larger one comes in several, each when the one before has gone.
    package var statePartBytes = 192 * 1024

    /// Bytes of JSON that a session may hold: thirty rounds of ideas, thirty votes and an evaluation of three thousand
    /// people are some 8 MiB. Every state that is sent, stored and opened is bounded by it.
    package var sessionBytes = 16 * 1024 * 1024

    /// Events kept as history once the state has taken their place, the newest: a decision every two seconds of a day.
    package var historyEvents = 20_000

    /// Bytes of them.
    package var historyBytes = 16 * 1024 * 1024

    /// Bytes of memory for what models of closed rooms say, so that drafts and overviews read each document once: the
    /// models of a large municipality's week are some 10 MiB.
    package var modelReadingBytes = 64 << 20

    /// Bytes of memory for weeks as drafts are made from them, those that were asked for last.
    package var weekReadingBytes = 64 << 20

    /// How long it is gathered who came and who left before all are told.
    package var presenceDelay: Duration = .milliseconds(300)

    package init() {}

    /// A model of 20 pages is 60 KiB, and one with 20 fields that are all full of text, 2 MiB. That is encoded in 10 ms
    /// and sent in 20 s by a bad telephone; 20,000 client ids are ten years of an everyday model's.
    private static var documentLimits: Limits {
        var limits = Limits.standard
        limits.updateBytes = 2 << 20
        limits.contentBytes = 4 << 20
        limits.blocks = 1 << 18
        limits.clients = 20_000
        limits.pendingBytes = 1 << 20
        limits.pendingDeletes = 1 << 15
        limits.keyBytes = 1024
        return limits
    }
}
