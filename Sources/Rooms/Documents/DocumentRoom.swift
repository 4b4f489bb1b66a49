import CRDT
import Logging
import ModelBinding
import Planning
import SyncProtocol
package import Transport

/// What a document room asks of the session and the week that its model is in, and tells them.
@ServiceLoop
protocol DocumentRoomDelegate: AnyObject {
    /// Whether nobody may write in the model now.
    func isLocked(_ room: DocumentRoom) -> Bool
    /// Why nothing more is taken, for the session's or the week's sake; `nil` while it is.
    func obstacle(in room: DocumentRoom) -> DropReason?
    /// Told after each change of content.
    func contentChanged(in room: DocumentRoom)
    /// Told how many bytes of updates a commit has stored.
    func noteStored(_ bytes: Int, in room: DocumentRoom)
}

/// One live document and the connections in it.
///
/// A keystroke's way: `receive` checks the right to write and hands the update to the engine, `flush` at the end of
/// the loop's turn sends what the turn gained to everybody (one message, one buffer) and gives it to the update
/// log, `committed` tells who asked that it is durable. What is gathered for everybody is the ``Outbox``'s, what the
/// disk may lack the ``Durability``'s, who is here the ``Presence``'s, what is asked for the ``SyncAnswers``'; the room
/// conducts them. Isolated to the loop; the document never leaves the room.
@ServiceLoop
package final class DocumentRoom {
    package nonisolated let id: String
    let document: Document
    let limits: RoomLimits
    private let timing: any LoopTiming
    private let logger: Logger
    private let log: DocumentLog
    private weak var delegate: (any DocumentRoomDelegate)?
    private let observer: (any RoomObserver)?

    private var subscribers: [UInt64: Subscriber] = [:]
    private var outbox: Outbox
    private var durability = Durability()
    private var presence: Presence
    private var answers = SyncAnswers()
    private var reading = ModelReading()
    /// Units and other parties whose updates were taken since the last version was kept.
    private var writers: Set<String> = []
    /// Whether the model is being deleted, or is: nothing is taken any more, and nobody let in.
    private var isRemoved = false
    /// When the last connection left; `nil` while somebody is here.
    package private(set) var emptySince: ContinuousClock.Instant?

    /// - Parameters:
    ///   - document: everything the database has of it, integrated.
    ///   - log: the document's.
    ///   - observer: counts, for the metrics.
    init(
        id: String, document: Document, log: DocumentLog, delegate: any DocumentRoomDelegate,
        observer: (any RoomObserver)?, environment: RoomEnvironment
    ) {
        self.id = id
        self.document = document
        self.log = log
        self.delegate = delegate
        self.observer = observer
        limits = environment.limits
        timing = environment.timing
        logger = environment.logger
        outbox = Outbox(sent: document.stateVector, at: timing.instant)
        presence = Presence(limits: limits.awareness)
        emptySince = timing.instant
    }

    /// The number of connections.
    package var count: Int { subscribers.count }

    /// How many connections miss something, for reading too slowly.
    package var slowReaders: Int { outbox.slowReaders }

    /// Whether nothing would be lost by dropping the room from memory.
    package var isDurable: Bool { durability.isComplete }

    /// Whether a snapshot is on its way to the disk, to take the place of the log.
    var isSnapshotDue: Bool { log.isBeingReplaced }

    /// A locked document refuses every update, whoever sends it. The session says so each time.
    package var isLocked: Bool { delegate?.isLocked(self) ?? false }

    // MARK: Coming and going

    /// Lets a connection in: it is asked for what it has (sync step 1) and shown who is here, as y-websocket's
    /// server does on `setupWSConnection`.
    package func join(_ peer: any Peer, access: DocumentAccess) {
        guard !isRemoved else { return peer.close(code: CloseCode.notFound, reason: CloseCode.deleted) }
        let rate = limits.awarenessPerSecond
        let subscriber = Subscriber(
            peer: peer, access: access,
            awarenessBudget: TokenBucket(capacity: rate, perSecond: rate, now: timing.instant),
            budget: access.budget ?? PersonBudget(limits.person, now: timing.instant))
        subscribers[peer.id] = subscriber
        emptySince = nil
        send(.syncStep1(document.stateVector), to: subscriber)
        tellWhoIsHere(subscriber)
        if access.wantsSaved, isDurable {
            send(.saved(document.stateVector), to: subscriber)
        }
    }

    /// Forgets a connection, and tells the others that the people behind it are gone.
    package func leave(_ connection: UInt64) {
        guard let subscriber = subscribers.removeValue(forKey: connection) else { return }
        _ = outbox.bringBack(subscriber)
        answers.settle(subscriber)
        durability.forget(connection)
        if let gone = presence.remove(connection) { tellEverybody(gone) }
        if subscribers.isEmpty { emptySince = timing.instant }
    }

    /// Closes every connection, for a restart or because the database works again and everyone has to
    /// synchronise anew.
    package func closeAll(code: UInt16, reason: String) {
        for subscriber in subscribers.values { subscriber.peer.close(code: code, reason: reason) }
    }

    /// Somebody works with the room without being in it: it counts as left now.
    package func renew() {
        if emptySince != nil { emptySince = timing.instant }
    }

    /// From here on nothing is taken and nobody let in: the model is being deleted.
    func beginRemoval() { isRemoved = true }

    /// The model was not deleted after all.
    func cancelRemoval() { isRemoved = false }

    /// Called every few seconds: who fell silent has left, and what may be asked for again is made again.
    package func tidy() {
        tidyPresence()
        answers.forgetLast()
        askForWhatWasPutOff()
    }

    // MARK: Receiving

    /// Handles one message of y-websocket's protocol from `connection`.
    ///
    /// Bytes that are no message close the connection with 1007; nothing of them reaches the document.
    package func receive(_ bytes: [UInt8], from connection: UInt64) {
        guard let subscriber = subscribers[connection] else { return }
        let message: Message
        do {
            message = try Message.decode(bytes)
        } catch {
            return refuse(subscriber, as: .malformed, code: CloseCode.invalidPayload, reason: "malformed message")
        }
        switch message {
        case .syncStep1(let theirs):
            answers.owe(theirs, to: subscriber)
            if !subscriber.isAnswerTimerSet { answer(subscriber) }
        case .syncStep2(let update):
            write(update, isAnswer: true, from: subscriber)
        case .update(let update):
            guard update.count <= limits.updateBytes else {
                return refuse(subscriber, as: .tooLarge, code: CloseCode.tooBig, reason: "update too large")
            }
            write(update, isAnswer: false, from: subscriber)
        case .awareness(let update):
            receiveAwareness(update, from: subscriber)
        case .queryAwareness:
            answerQuery(subscriber)
        case .auth, .saved, .acknowledged:
            // Only servers send these; a client that does is ignored, as y-websocket's server ignores them.
            observer?.dropped(.malformed)
        }
    }

    private func refuse(_ subscriber: Subscriber, as cause: DropReason, code: UInt16, reason: String) {
        observer?.dropped(cause)
        subscriber.peer.close(code: code, reason: reason)
    }

    // MARK: Updates

    /// - Parameter isAnswer: a sync step 2, which has everything that its sender has and this document had not.
    private func write(_ update: [UInt8], isAnswer: Bool, from subscriber: Subscriber) {
        guard subscriber.budget.takesUpdate(of: update.count, at: timing.instant) else {
            return putOff(subscriber, because: .tooOften)
        }
        if let reason = reasonToDeny(subscriber) {
            // Every client answers sync step 1, also with nothing, or with nothing but deletions that are known: who
            // may only read has then written nothing either. To find out, the whole document is looked through.
            subscriber.budget.spendUpdate(document.encodedBound / 32, at: timing.instant)
            return document.contains(update) ? noteTaken(from: subscriber) : deny(subscriber, reason: reason)
        }
        if let reason = subscriber.standing.behind, !isAnswer {
            observer?.dropped(reason)
            return
        }
        guard let change = take(update, from: subscriber) else { return }
        subscriber.standing.catchUp()
        noteTaken(from: subscriber)
        if change.update != nil || change.isPending {
            answers.forgetLast()
            durability.log(update)
            observer?.tookUpdate(bytes: update.count)
        }
        if let gained = change.update {
            // What had waited for this may be somebody else's, or from before a reload: then its sender needs it too.
            if let party = subscriber.access.party { writers.insert(party) }
            outbox.add(gained, origin: gained == update ? subscriber.peer.id : nil, at: timing.instant)
            noteChange()
        }
        // It builds on something this server lacks: ask its sender for everything since what we have.
        if change.isPending { question(subscriber) }
    }

    private func reasonToDeny(_ subscriber: Subscriber) -> DropReason? {
        if !subscriber.access.canWrite { return .readOnly }
        if isRemoved || isLocked { return .locked }
        if !log.isAccepting { return .storageFailing }
        return nil
    }

    /// Integrates an update. `nil` when it is refused; then its sender has been told, and nothing of it is left.
    private func take(_ update: [UInt8], from subscriber: Subscriber) -> Document.Change? {
        let known = document.clientCount
        let obstacle = delegate?.obstacle(in: self)
        let price = 4 * known > 3 * limits.document.clients ? PersonBudget.priceOfLastClients : 1
        do throws(UpdateError) {
            let allowed = subscriber.budget.newClients(price: price, at: timing.instant)
            let change = try document.apply(update, newClients: allowed, mayGrow: obstacle == nil)
            subscriber.budget.spendClients(
                max(0, document.clientCount - known), price: price, at: timing.instant)
            return change
        } catch {
            switch error {
            case .malformed:
                refuse(subscriber, as: .malformed, code: CloseCode.invalidPayload, reason: "malformed update")
            case .updateTooLarge, .documentTooLarge: putOff(subscriber, because: obstacle ?? .modelFull)
            case .tooManyClients: putOff(subscriber, because: .tooManyClients)
            case .tooMuchPending:
                refuse(subscriber, as: .tooLarge, code: CloseCode.overloaded, reason: "too much waits: connect again")
            }
            return nil
        }
    }

    /// Counts a message; its sender is told when all that is known now is durable.
    private func noteTaken(from subscriber: Subscriber) {
        subscriber.taken += 1
        durability.wait(subscriber.peer.id, for: subscriber.taken)
        flushSoon()
    }

    private func noteChange() {
        reading.contentChanged()
        delegate?.contentChanged(in: self)
    }

    /// Drops an update before it reaches the engine, and tells its sender once.
    private func deny(_ subscriber: Subscriber, reason: DropReason) {
        observer?.dropped(reason)
        if subscriber.standing.deny() { send(.auth(reason: reason.rawValue), to: subscriber) }
    }

    /// Drops an update that the document, or the person, has no room for at the moment. It is kept where it was
    /// written: its sender is told, and asked for it again.
    private func putOff(_ subscriber: Subscriber, because reason: DropReason) {
        subscriber.standing.fallBehind(because: reason)
        deny(subscriber, reason: reason)
    }

    /// Asks a connection what it has, at most once a second.
    private func question(_ subscriber: Subscriber) {
        guard let wait = subscriber.standing.scheduleQuestion(at: timing.instant) else { return }
        guard wait > .zero else { return ask(subscriber) }
        timing.after(wait) { [weak self] in
            subscriber.standing.questionIsNoLongerDue()
            guard let self, subscribers[subscriber.peer.id] === subscriber else { return }
            if document.hasPending || subscriber.standing.behind != nil { ask(subscriber) }
        }
    }

    private func ask(_ subscriber: Subscriber) {
        subscriber.standing.wasAsked(at: timing.instant)
        send(.syncStep1(document.stateVector), to: subscriber)
    }

    /// Asks those for whom there was no room whether there is now.
    private func askForWhatWasPutOff() {
        for subscriber in subscribers.values where subscriber.standing.behind != nil {
            guard subscriber.budget.mayUpdate(at: timing.instant) else { continue }
            subscriber.standing.isGivenAnotherChance()
            question(subscriber)
        }
    }

    /// The lock was taken off: those whose updates it kept out are asked for what they have.
    func unlocked() {
        for subscriber in subscribers.values where subscriber.standing.knowsItIsDenied && subscriber.access.canWrite {
            subscriber.standing.isGivenAnotherChance()
            send(.syncStep1(document.stateVector), to: subscriber)
        }
    }

    // MARK: Presence

    private func receiveAwareness(_ bytes: [UInt8], from subscriber: Subscriber) {
        guard bytes.count <= limits.awarenessBytes else { observer?.dropped(.tooLarge); return }
        guard subscriber.awarenessBudget.allows(at: timing.instant) else { observer?.dropped(.tooOften); return }
        let update: AwarenessUpdate
        do {
            update = try AwarenessUpdate(decoding: bytes, limits: limits.awareness)
        } catch {
            return refuse(subscriber, as: .malformed, code: CloseCode.invalidPayload, reason: "malformed awareness")
        }
        let outcome = presence.take(update, from: subscriber, at: timing.instant) {
            subscribers[$0]?.access.person == subscriber.access.person
        }
        if !outcome.refused.isEmpty { observer?.dropped(.foreignClient) }
        if !outcome.crowdedOut.isEmpty { observer?.dropped(.presenceFull) }
        // y-websocket's client sends back what it is told of others. That costs it nothing, or its own cursor would
        // stand still in a full room.
        if outcome.broadcast != nil || outcome.echoOnly != nil {
            subscriber.awarenessBudget.spend(at: timing.instant)
        }
        if let news = outcome.broadcast { tellEverybody(news) }
        // A renewal without news goes back to its sender alone: y-websocket's client hangs up after 30 seconds
        // without a message.
        if let echo = outcome.echoOnly { send(.awareness(echo.encoded()), to: subscriber) }
    }

    private func answerQuery(_ subscriber: Subscriber) {
        guard subscriber.budget.mayBeAnswered(at: timing.instant), keepsUp(subscriber) else {
            observer?.dropped(.tooOften)
            return
        }
        guard let everybody = presence.everybody else { return }
        subscriber.budget.spendAnswer(everybody.count, at: timing.instant)
        send(.awareness(everybody), to: subscriber)
    }

    private func tellWhoIsHere(_ subscriber: Subscriber) {
        if let everybody = presence.everybody { send(.awareness(everybody), to: subscriber) }
    }

    /// Queues what was said for everybody.
    private func tellEverybody(_ news: AwarenessUpdate) {
        outbox.add(news, at: timing.instant)
        flushSoon()
    }

    /// Tells who fell silent, and who is still here; see ``Presence/tidy(at:)``.
    private func tidyPresence() {
        let (gone, here) = presence.tidy(at: timing.instant)
        if let gone { tellEverybody(gone) }
        if let here { tellEverybody(here) }
    }

    // MARK: Answers

    /// Answers now, or once the connection has read what it was sent and the person's turn has come.
    private func answer(_ subscriber: Subscriber) {
        // What is queued goes first; `drained` comes back here.
        guard let theirs = subscriber.owedAnswer, subscriber.peer.queuedBytes <= SyncAnswers.nearlyRead else { return }
        guard subscriber.peer.hasMemory,
            let message = answers.message(to: theirs, from: document, by: subscriber.budget, at: timing.instant)
        else { return answerLater(subscriber) }
        answers.settle(subscriber)
        let missedSomething = outbox.bringBack(subscriber) != nil
        subscriber.peer.send(message)
        guard missedSomething else { return }
        tellWhoIsHere(subscriber)
        tellSaved(subscriber)
    }

    private func answerLater(_ subscriber: Subscriber) {
        guard !subscriber.isAnswerTimerSet else { return }
        subscriber.isAnswerTimerSet = true
        timing.after(SyncAnswers.patience) { [weak self] in
            subscriber.isAnswerTimerSet = false
            guard let self, subscribers[subscriber.peer.id] === subscriber else { return }
            answer(subscriber)
        }
    }

    /// Everything queued for a connection has been handed to the system: it is brought into step.
    package func drained(_ connection: UInt64) {
        guard outbox.slowReaders + answers.owed > 0, let subscriber = subscribers[connection] else { return }
        // The answer has everything that was missed, and is all that is sent until it has been read.
        if subscriber.owedAnswer != nil, !subscriber.isAnswerTimerSet { return answer(subscriber) }
        guard let since = outbox.bringBack(subscriber) else { return }
        send(.update(document.encodeStateAsUpdate(since: since)), to: subscriber)
        tellWhoIsHere(subscriber)
        tellSaved(subscriber)
    }

    // MARK: Flushing

    /// Flushes at the end of this turn, or later when the room is busy.
    private func flushSoon() {
        guard let delay = outbox.scheduleFlush(at: timing.instant, receivers: subscribers.count) else { return }
        if delay > .zero {
            timing.after(delay) { [weak self] in self?.flush() }
        } else {
            timing.atEndOfTurn { [weak self] in self?.flush() }
        }
    }

    /// Sends what was gained to everybody and gives it to the log.
    private func flush() {
        outbox.beginFlush(at: timing.instant)
        broadcastGains()
        if let news = outbox.takePresence() { broadcast(.awareness(news.encoded()), except: nil) }
        if durability.takeSavedUntold() { announceSaved() }
        if let batch = durability.takeBatch(of: document, at: timing.instant) {
            log.append(batch.updates, batch.receipt, of: self)
        } else {
            confirmKnown()
        }
    }

    /// Peers may see an edit before it is durable: after a crash any of them sends it again.
    private func broadcastGains() {
        let gains = outbox.takeGains()
        guard let first = gains.first else { return }
        defer { outbox.noteSent(document.stateVector) }
        let soleOrigin = gains.allSatisfy { $0.origin == first.origin } ? first.origin : nil
        guard gains.count > 1 else {
            return broadcast(.update(first.update), except: soleOrigin)
        }
        do {
            broadcast(.update(try mergeUpdates(gains.map(\.update))), except: soleOrigin)
        } catch {
            // The engine made these updates itself; should merging one fail, each goes out on its own.
            logger.error("updates could not be merged", metadata: ["document": "\(id)", "reason": "\(error)"])
            for (update, origin) in gains { broadcast(.update(update), except: origin) }
        }
    }

    private func send(_ message: Message, to subscriber: Subscriber) {
        subscriber.peer.send(OutboundMessage(binary: message.encoded()))
    }

    /// Encodes `message` once, for everyone.
    private func broadcast(_ message: Message, except origin: UInt64?) {
        guard !subscribers.isEmpty else { return }
        let shared = OutboundMessage(binary: message.encoded())
        var receivers = 0
        for (connection, subscriber) in subscribers
        where connection != origin && keepsUp(subscriber, with: shared.count) {
            subscriber.peer.send(shared)
            receivers += 1
        }
        observer?.delivered(receivers)
    }

    /// Whether a connection is sent what everybody is sent; one that is not is left behind.
    ///
    /// - Parameter bytes: of what it would be sent now.
    private func keepsUp(_ subscriber: Subscriber, with bytes: Int = 0) -> Bool {
        if subscriber.keepsUp(with: bytes, limit: limits.slowReaderBytes) { return true }
        outbox.leaveBehind(subscriber)
        return false
    }

    // MARK: What is durable

    /// How long those who wrote nothing may wait to hear what is durable: somebody who writes seldom pauses for less.
    private static let savedDelay: Duration = .seconds(1)

    /// Called by the log once COMMIT has returned.
    func committed(_ receipt: CommitReceipt, updates: [[UInt8]], lastSequence: Int64) {
        durability.committed(receipt)
        log.grow(by: updates, lastSequence: lastSequence)
        delegate?.noteStored(updates.reduce(0) { $0 + $1.count }, in: self)
        observer?.saved(after: receipt.leftAt.duration(to: timing.instant))
        // Who wrote is waiting for it. To the others the next flush takes it, in the same write as what it has for
        // them.
        for connection in receipt.taken.keys {
            if let subscriber = subscribers[connection] { tellSaved(subscriber) }
        }
        announceSavedSoon()
        acknowledge(receipt)
        confirmKnown()
        log.replaceIfLong { document.encodeStateAsUpdate() }
    }

    /// Answers those who sent only what is known and durable already; while anything is under way they wait for it.
    private func confirmKnown() {
        guard let receipt = durability.takeKnown(of: document, at: timing.instant) else { return }
        for connection in receipt.taken.keys {
            guard let subscriber = subscribers[connection], subscriber.access.wantsSaved else { continue }
            send(.saved(receipt.stateVector), to: subscriber)
        }
        acknowledge(receipt)
    }

    /// Sees to it that everybody who asked hears that there is more durable, readers too: what they were sent may have
    /// been an edit that was not durable yet. They have nothing to lose, so it may wait for the next flush a while.
    private func announceSavedSoon() {
        guard durability.tellSavedSoon() else { return }
        timing.after(Self.savedDelay) { [weak self] in
            guard let self else { return }
            durability.savedTimerEnded()
            if durability.takeSavedUntold() { announceSaved() }
        }
    }

    private func announceSaved() {
        for subscriber in subscribers.values { tellSaved(subscriber) }
    }

    private func tellSaved(_ subscriber: Subscriber) {
        guard subscriber.access.wantsSaved, let message = durability.savedMessage(after: subscriber.savedCount),
            keepsUp(subscriber)
        else { return }
        subscriber.savedCount = durability.savedCount
        subscriber.peer.send(message)
    }

    private func acknowledge(_ receipt: CommitReceipt) {
        for (connection, taken) in receipt.taken {
            guard let subscriber = subscribers[connection] else { continue }
            if subscriber.access.wantsAcknowledged, taken > subscriber.acknowledged {
                subscriber.acknowledged = taken
                send(.acknowledged(taken), to: subscriber)
            }
        }
    }

    // MARK: Snapshots, versions and what the model says

    /// Puts a snapshot in the place of the log, soon; called when the room is let go of.
    func keepSnapshot() { log.replaceUnlessEmpty { document.encodeStateAsUpdate() } }

    /// The same for a room of which nothing is under way; returns when the disk has it.
    ///
    /// - Throws: `StorageError`.
    func replaceHistory() async throws { try await log.replaceAll { document.encodeStateAsUpdate() } }

    /// The document as one update, and who wrote since this was asked the last time.
    func takeVersion() -> (state: [UInt8], parties: [String]) {
        defer { writers = [] }
        return (document.encodeStateAsUpdate(), writers.sorted())
    }

    /// The version that was taken was not kept: whoever wrote is in the next one.
    func giveBack(_ parties: [String]) { writers.formUnion(parties) }

    /// What the document says, read once for each change and level.
    func content(level: Level, definitions: FieldDefinitions) -> ModelContent {
        reading.content(of: document, id: id, level: level, definitions: definitions)
    }

    /// What the document says, where it was read since it changed last.
    var knownContent: ModelContent? { reading.current }

    /// What the comments say, and on which fields.
    package var comments: [(field: String, text: String)] { CommentAuthors.texts(in: document) }

    /// Takes out of the comments who wrote them, but for unit and function; of one participant's also those.
    func forgetAuthors(_ participantID: String? = nil) {
        guard let update = CommentAuthors.forget(participantID, in: document) else { return }
        answers.forgetLast()
        durability.log(update)
        outbox.add(update, origin: nil, at: timing.instant)
        noteChange()
        flushSoon()
    }
}
