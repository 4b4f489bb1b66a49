package import Application
import CRDT
package import Conversion
import Facilitation
package import Rooms
package import Storage
import SyncProtocol
package import Transport

/// Every limit of the server, part by part. The parts own their limits, with defaults and reasons; this fills them from
/// settings, and ``all`` is the one list of what can be set.
package struct ServerLimits: Sendable {
    /// Connections, messages and bodies, before anybody is known.
    package var transport = TransportLimits()
    /// Documents, sessions and their people.
    package var rooms = RoomLimits()
    /// The database: its size, its readers, its queue.
    package var storage = SQLiteOptions()
    /// Wrong codes and words, and one person's requests.
    package var access = AccessLimits()
    /// How many weeks, sessions, links and drafts there may be, and for how long.
    package var creation = CreationLimits()
    /// Converters: how many at once, how long, how large.
    package var conversion = ConversionLimits()
    /// Documents as text, and archives of whole weeks.
    package var exports = ExportLimits()
    /// When the disk counts as nearly full.
    package var disk = DiskLimits()

    /// Every default.
    package init() {}

    /// The first that does not go together with the others, though each is right by itself: the flag, its value, what
    /// it accepts.
    package var contradiction: (flag: String, value: String, accepts: String)? {
        for rule in LimitRule.all {
            if let fault = rule.contradiction(in: self) { return fault }
        }
        return nil
    }

    /// The limits in the order they are described.
    package static let all: [Limit] = connections + messages + documents + sessions + database + guesses + documentsOut

    private static let connections: [Limit] = [
        Limit("connections", \.transport.connections, .number, 1...1_000_000, "Open connections in all."),
        Limit(
            "connections-per-address", \.transport.connectionsPerAddress, .number, 1...1_000_000,
            "Open connections from one address; behind a trusted proxy, open WebSockets."),
        Limit(
            "descriptors", \.transport.descriptors, .number, 64...10_000_000, "Open files and sockets of the process."),
        Limit("header-bytes", \.transport.headerBytes, .bytes, 1024...30_000, "All header lines of a request."),
        Limit("body-bytes", \.transport.bodyBytes, .bytes, 1024...(16 << 20), "The body of a request."),
        Limit(
            "open-body-bytes", \.transport.openBodyBytes, .bytes, 1024...(1 << 20),
            "The body of a request that needs no sign-in."),
        Limit(
            "owner-body-bytes", \.transport.ownerBodyBytes, .bytes, 1024...(1 << 30),
            "Larger bodies of one person, or one address, at the same time."),
        Limit(
            "unknown-body-bytes", \.transport.unknownBodyBytes, .bytes, 1024...(1 << 32),
            "Larger bodies of all who are not known yet."),
        Limit(
            "known-body-bytes", \.transport.knownBodyBytes, .bytes, 1024...(1 << 34),
            "Larger bodies of all who are known."),
        Limit("header-seconds", \.transport.headerSeconds, .seconds, 1...600, "For a request's header lines."),
        Limit("body-seconds", \.transport.bodySeconds, .seconds, 1...3600, "For a request's body."),
        Limit("answer-seconds", \.transport.answerSeconds, .seconds, 1...3600, "For the server to answer."),
        Limit("stall-seconds", \.transport.stallSeconds, .seconds, 1...3600, "A response may stand still."),
        Limit("keep-alive-seconds", \.transport.keepAliveSeconds, .seconds, 1...3600, "Between two requests."),
        Limit("close-seconds", \.transport.closeSeconds, .seconds, 1...60, "For a WebSocket's closing handshake."),
        Limit("ping-seconds", \.transport.pingSeconds, .seconds, 1...3600, "Of silence before a WebSocket is pinged."),
        Limit(
            "hang-up-seconds", \.transport.hangUpSeconds, .seconds, 2...7200,
            "Of silence before it is hung up; above ping-seconds."),
    ]

    private static let messages: [Limit] = [
        Limit("message-bytes", \.transport.messageBytes, .bytes, 1024...(64 << 20), "One WebSocket message."),
        Limit("message-fragments", \.transport.fragments, .number, 1...1_000_000, "Frames a message may come in."),
        Limit(
            "queue-bytes", \.transport.outboundQueueBytes, .bytes, 1024...(1 << 30),
            "Waiting for one reader before it is closed."),
        Limit(
            "held-bytes", \.transport.heldBytes, .bytes, (1 << 20)...(1 << 40),
            "Waiting for all readers, each message once, and half received, before who stands still is cut."),
        Limit("write-bytes", \.transport.writeChunkBytes, .bytes, 1024...(1 << 24), "One write to a socket."),
        Limit(
            "backlog-messages", \.rooms.backlogMessages, .number, 1...10_000,
            "From a connection that is not admitted yet."),
        Limit("backlog-bytes", \.rooms.backlogBytes, .bytes, 1024...(64 << 20), "Of those messages together."),
        Limit("update-bytes", \.rooms.updateBytes, .bytes, 64...(64 << 20), "One update after the first sync."),
        Limit("awareness-bytes", \.rooms.awarenessBytes, .bytes, 64...(1 << 20), "One awareness message."),
        Limit(
            "awareness-state-bytes", \.rooms.awareness.stateBytes, .bytes, 64...(1 << 20), "One client's state in it."),
        Limit(
            "awareness-per-second", \.rooms.awarenessPerSecond, .number, 1...1000, "Awareness messages of a connection."
        ),
        Limit(
            "awareness-clients", \.rooms.awareness.clientsPerOwner, .number, 1...1000,
            "Client ids a connection may speak for."),
        Limit(
            "presence-bytes", \.rooms.awareness.roomBytes, .bytes, 1024...(1 << 24), "All states of a room together."),
        Limit("awareness-departed", \.rooms.awareness.departed, .number, 2...1_000_000, "Departed clients remembered."),
        Limit(
            "waiting-commands", \.rooms.waitingCommands, .number, 1...1000, "Commands of a connection that may wait."),
        Limit(
            "command-burst", \.rooms.commandBurst, .number, 1...100_000,
            "Commands one person may send to a session at once; twice that closes."),
        Limit(
            "commands-per-second", \.rooms.commandsPerSecond, .number, 1...10_000,
            "Commands of one person that come back."
        ),
        Limit(
            "command-bytes", \.rooms.commandBytes, .bytes, 64...(64 << 20), "Of a command that count as one more."),
    ]

    private static let documents: [Limit] = [
        Limit(
            "document-update-bytes", \.rooms.document.updateBytes, .bytes, 1024...(1 << 30), "A document as one update."
        ),
        Limit(
            "document-expansion", \.rooms.document.expansion, .number, 1...1000, "Times its size an update V2 may grow."
        ),
        Limit(
            "document-expanded-bytes", \.rooms.document.expandedBytes, .bytes, 1024...(1 << 30),
            "What any update V2 may grow to."),
        Limit(
            "document-content-bytes", \.rooms.document.contentBytes, .bytes, 1024...(1 << 30), "Content of a document."),
        Limit("document-blocks", \.rooms.document.blocks, .number, 16...(1 << 28), "Runs of content in a document."),
        Limit("document-clients", \.rooms.document.clients, .number, 1...(1 << 24), "Client ids a document may know."),
        Limit("document-clock", \.rooms.document.clock, .number, 1024...(1 << 31), "Letters one client id may write."),
        Limit(
            "document-pending-bytes", \.rooms.document.pendingBytes, .bytes, 1024...(1 << 28),
            "Edits that wait for others."),
        Limit(
            "document-pending-deletes", \.rooms.document.pendingDeletes, .number, 16...(1 << 24),
            "Deletes that wait for others."
        ),
        Limit("document-key-bytes", \.rooms.document.keyBytes, .bytes, 64...(1 << 20), "One key in a document."),
        Limit(
            "document-nesting", \.rooms.document.valueNesting, .number, 8...200, "Arrays and objects inside each other."
        ),
        Limit(
            "person-update-bytes", \.rooms.person.updateBytes, .bytes, 1024...(1 << 30),
            "Edits of one person in a session at once."),
        Limit(
            "person-update-bytes-per-second", \.rooms.person.updateBytesPerSecond, .bytes, 64...(1 << 30),
            "The same per second after that."),
        Limit(
            "person-clients", \.rooms.person.clients, .number, 1...1_000_000,
            "Client ids new to documents that one person brings in a session at once; then one a second."),
        Limit(
            "person-answer-bytes", \.rooms.person.answerBytes, .bytes, 1024...(1 << 34),
            "Documents encoded for one person in a session at once; then a fourth per second."),
        Limit(
            "snapshot-updates", \.rooms.updatesBeforeSnapshot, .number, 1...1_000_000,
            "In a log before a snapshot replaces it."),
        Limit("snapshot-bytes", \.rooms.bytesBeforeSnapshot, .bytes, 1024...(1 << 30), "In a log before a snapshot."),
        Limit(
            "slow-reader-bytes", \.rooms.slowReaderBytes, .bytes, 1024...(1 << 30),
            "Waiting for one reader before it is sent several changes as one."),
        Limit(
            "unsaved-bytes", \.rooms.unsavedBytes, .bytes, 1024...(1 << 34), "Of edits waiting for the disk, in all."),
        Limit("idle-seconds", \.rooms.idleBeforeUnload, .seconds, 1...86_400, "An empty room stays in memory."),
        Limit(
            "content-milliseconds", \.rooms.contentDelay, .milliseconds, 1...60_000, "From an edit to its consequences."
        ),
        Limit(
            "model-reading-bytes", \.rooms.modelReadingBytes, .bytes, 0...(1 << 34),
            "Of memory for what models of closed rooms say."),
        Limit(
            "week-reading-bytes", \.rooms.weekReadingBytes, .bytes, 0...(1 << 34),
            "Of memory for weeks as drafts are made from them."),
    ]

    private static let sessions: [Limit] = [
        Limit("weeks", \.creation.weeks, .number, 1...100_000, "Weeks on the server."),
        Limit("sessions", \.creation.sessions, .number, 1...10_000, "Sessions in a week."),
        Limit("links", \.creation.links, .number, 1...100_000, "Personal links of a session that hold."),
        Limit("link-browsers", \.creation.browsers, .number, 1...1000, "Browsers that a personal link is in use in."),
        Limit(
            "link-days", \.creation.linkDays, .days, 1...3650,
            "A link of a facilitator or observer holds after the week."),
        Limit(
            "participant-days", \.creation.participantDays, .days, 1...3650,
            "What somebody who joined was given holds after the week."),
        Limit("leader-link-days", \.creation.leaderLinkDays, .days, 1...3650, "A leader's link holds."),
        Limit("join-code-days", \.creation.joinCodeDays, .days, 1...3650, "A join code holds after its session."),
        Limit("drafts", \.creation.drafts, .number, 1...1000, "Drafts of a unit that its leader opened, kept."),
        Limit(
            "opened-draft-bytes", \.creation.openedDraftBytes, .bytes, 1024...(1 << 34),
            "Of memory for drafts that leaders opened and took nothing from."),
        Limit("participants", \.rooms.session.participants, .number, 1...100_000, "People in a session."),
        Limit("models", \.rooms.session.models, .number, 1...10_000, "Collaboration models in a session."),
        Limit("model-goals", \.rooms.session.goalsPerModel, .number, 1...10_000, "Goals of a model."),
        Limit(
            "model-confirmations", \.rooms.session.confirmationsPerModel, .number, 1...10_000,
            "Parties that confirm a model."),
        Limit(
            "version-seconds", \.rooms.versionDelay, .seconds, 1...86_400, "From a change until a version is kept."),
        Limit("versions", \.rooms.versions, .number, 1...100_000, "Versions kept of a model."),
        Limit(
            "version-bytes", \.rooms.versionBytes, .bytes, 1024...(64 << 20),
            "A document of which versions are kept whole."),
        Limit(
            "session-document-bytes", \.rooms.sessionDocumentBytes, .bytes, 1024...(1 << 40),
            "The documents of a session in the database; and its versions."),
        Limit("week-bytes", \.rooms.weekBytes, .bytes, 1024...(1 << 44), "The documents of a week in the database."),
        Limit("knocks", \.rooms.knocks, .number, 1...100_000, "People at a session's door."),
        Limit(
            "newcomer-seconds", \.rooms.newcomerPatience, .seconds, 1...86_400,
            "A place is kept for who joined and opens no page."),
        Limit(
            "reaction-milliseconds", \.rooms.reactionInterval, .milliseconds, 1...60_000,
            "From a reaction of a connection to its next."),
        Limit(
            "reaction-delay-milliseconds", \.rooms.reactionDelay, .milliseconds, 1...10_000,
            "How long reactions are counted before all are told."),
        Limit(
            "tail-events", \.rooms.tailEvents, .number, 1...1_000_000,
            "Last events of a session kept in memory."),
        Limit(
            "tail-bytes", \.rooms.tailBytes, .bytes, 1024...(1 << 28),
            "Of those events together."),
        Limit(
            "missed-events", \.rooms.missedEvents, .number, 1...100_000,
            "Events a page may miss and gets one by one; beyond it, the state."),
        Limit(
            "missed-bytes", \.rooms.missedBytes, .bytes, 1024...(1 << 26),
            "Of those events together."),
        Limit(
            "state-part-bytes", \.rooms.statePartBytes, .bytes, 1024...(1 << 24),
            "Of a session's state in one message."),
        Limit(
            "session-bytes", \.rooms.sessionBytes, .bytes, 65536...(1 << 28),
            "What a session holds, as JSON."),
        Limit(
            "history-events", \.rooms.historyEvents, .number, 1...1_000_000,
            "Older decisions of a session that are kept."),
        Limit(
            "history-bytes", \.rooms.historyBytes, .bytes, 1024...(1 << 30),
            "Of those decisions together."),
        Limit(
            "presence-milliseconds", \.rooms.presenceDelay, .milliseconds, 1...10_000,
            "How long comings and goings are gathered before all are told."),
        Limit("parked-items", \.rooms.session.parkedItems, .number, 1...10_000, "Items parked in a session."),
        Limit("groups", \.rooms.session.groups, .number, 1...1000, "Groups at the same time."),
        Limit("rounds", \.rooms.session.rounds, .number, 1...10_000, "Rounds of ideas in a session, and votes, each."),
        Limit("ideas", \.rooms.session.ideas, .number, 1...10_000, "Ideas in a round."),
        Limit("session-goals", \.rooms.session.goals, .number, 1...10_000, "Goals whose level a session discusses."),
    ]

    private static let database: [Limit] = [
        Limit(
            "database-bytes", \.storage.size, .bytes, 0...(1 << 46), "The database's file; 0 is no limit but the disk."),
        Limit(
            "full-percent", \.disk.fullPercent, .number, 10...100,
            "Per cent of what the database may use, until nothing new is begun."),
        Limit(
            "disk-reserve-bytes", \.disk.reserveBytes, .bytes, 0...(1 << 46),
            "Free on the disk, below which nothing new is begun."),
        Limit(
            "database-readers", \.storage.readers, .number, 1...64, "Connections that read beside the one that writes."),
        Limit("database-busy-seconds", \.storage.busySeconds, .seconds, 0...600, "For another program that locks it."),
        Limit("commit-writes", \.storage.bodiesPerCommit, .number, 1...1_000_000, "Writes that share a commit."),
        Limit("waiting-writes", \.storage.waitingBodies, .number, 1...10_000_000, "Writes that wait for the disk."),
        Limit(
            "retry-milliseconds", \.rooms.retryAfterFailure, .milliseconds, 10...600_000,
            "Until a failed database is tried again."),
    ]

    private static let guesses: [Limit] = [
        Limit(
            "failures-per-address", \.access.failuresPerAddress, .number, 1...1_000_000,
            "Wrong codes in a window that are looked up at once."),
        Limit("failures", \.access.failures, .number, 1...1_000_000_000, "The same from everywhere."),
        Limit("failure-seconds", \.access.window, .seconds, 1...86_400, "Length of the window."),
        Limit(
            "failure-addresses", \.access.addresses, .number, 1...10_000_000, "Addresses whose failures are remembered."
        ),
        Limit(
            "slow-guesses-per-address", \.access.slowGuessesPerAddress, .number, 1...10_000,
            "Codes looked up a second for one address that was wrong too often."),
        Limit(
            "slow-guesses", \.access.slowGuesses, .number, 1...100_000,
            "The same for all of them."),
        Limit(
            "waiting-guesses-per-address", \.access.waitingGuessesPerAddress, .number, 0...100_000,
            "Codes of such an address that wait to be looked up."),
        Limit(
            "waiting-guesses", \.access.waitingGuesses, .number, 0...100_000,
            "The same for all of them."),
        Limit(
            "joins-per-address", \.access.joinsPerAddress, .number, 1...1_000_000,
            "New participants from one address in an hour."),
        Limit(
            "wrong-words-per-address", \.access.wrongWordsPerAddress, .number, 1...1_000_000,
            "Wrong words at a session's door in a day."),
        Limit(
            "wrong-words", \.access.wrongWords, .number, 1...1_000_000,
            "The same from everywhere."),
        Limit(
            "person-requests", \.access.requestsPerPerson, .number, 1...10_000,
            "Requests of one person that are answered at the same time."),
        Limit(
            "person-requests-waiting", \.access.waitingRequestsPerPerson, .number, 0...100_000,
            "Requests of one person that wait for that."),
    ]

    private static let documentsOut: [Limit] = [
        Limit("conversions", \.conversion.running, .number, 1...64, "Converters that run at the same time."),
        Limit(
            "conversions-waiting", \.conversion.waiting, .number, 0...10_000, "Conversions that wait for their turn."),
        Limit(
            "conversions-waiting-per-person", \.conversion.waitingPerPerson, .number, 1...10_000,
            "Of those, one person's."),
        Limit(
            "conversion-small-bytes", \.conversion.smallBytes, .bytes, 1024...(1 << 30),
            "Text of a document that goes before large ones."),
        Limit(
            "conversion-text-bytes", \.conversion.textBytes, .bytes, 1024...(1 << 30), "Text a converter is given."),
        Limit("conversion-seconds", \.conversion.seconds, .seconds, 1...3600, "For one conversion."),
        Limit(
            "conversion-memory-bytes", \.conversion.memoryBytes, .bytes, (256 << 20)...(1 << 40),
            "Address space of a converter."),
        Limit(
            "conversion-result-bytes", \.conversion.resultBytes, .bytes, (1 << 20)...(1 << 30),
            "What a converter writes."),
        Limit("text-exports", \.exports.texts, .number, 1...64, "Documents that are put together at the same time."),
        Limit("text-exports-waiting", \.exports.textsWaiting, .number, 0...10_000, "Those that wait for their turn."),
        Limit(
            "text-exports-waiting-per-person", \.exports.textsWaitingPerPerson, .number, 1...10_000,
            "Of those, one person's."),
        Limit("text-export-bytes", \.exports.textBytes, .bytes, 1024...(1 << 30), "One document as text."),
        Limit("week-exports", \.exports.running, .number, 1...64, "Weeks that are exported at the same time."),
        Limit(
            "week-exports-per-person", \.exports.runningPerPerson, .number, 1...64, "Of those, one person's."),
        Limit("week-exports-kept", \.exports.kept, .number, 1...1000, "Exported weeks that wait to be fetched."),
        Limit("week-export-seconds", \.exports.keptSeconds, .seconds, 1...86_400, "An exported week waits."),
        Limit(
            "week-export-bytes", \.exports.archiveBytes, .bytes, (1 << 20)...(4 << 30), "The documents of one week."),
    ]
}

extension SQLiteOptions {
    /// 0 for none, as settings have it.
    fileprivate var size: Int {
        get { Int(maximumBytes ?? 0) }
        set { maximumBytes = newValue == 0 ? nil : Int64(newValue) }
    }

    fileprivate var busySeconds: Int {
        get { Int(busyTimeoutSeconds) }
        set { busyTimeoutSeconds = Double(newValue) }
    }
}
