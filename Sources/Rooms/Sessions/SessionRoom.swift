package import Facilitation
import Logging
package import Planning
package import Storage
package import Transport

/// One live session: its state, the people connected, and the commands that change it.
///
/// A command's way: `perform` decides it against the state, its events are committed, then they are applied and
/// sent to everybody. Commands are taken one at a time, so each is decided against what the one before it left. Who is
/// connected and what they have been told is the ``SessionSeats``', what its models say the ``SessionModels``'; the
/// room conducts them.
@ServiceLoop
package final class SessionRoom {
    package nonisolated let id: String
    package nonisolated let weekID: String
    package let record: SessionRecord
    package private(set) var state: SessionState
    package private(set) var participants: [ParticipantRecord] { didSet { peopleForAnswers = nil } }
    /// What answers say of all participants, as whoever answers last made it; gone when one of them changes.
    package var peopleForAnswers: (any Sendable)?
    /// When the last connection left; `nil` while somebody is here.
    package private(set) var emptySince: ContinuousClock.Instant?
    /// The last events, and how much has happened since the state was stored.
    private(set) var journal: SessionJournal
    /// Whether the state is on its way to the place of its events.
    private(set) var isKeepingSnapshot = false
    /// No state before this one may be stored or shown: something was deleted then.
    private(set) var earliestState: Int64 = 0
    let clock: SessionClock

    private let storage: any Storage
    private let log: UpdateLog
    /// Kept alive by what is still under way here; the circle ends when the registry lets go of the room.
    private let documents: any SessionDocuments
    private let environment: RoomEnvironment
    private lazy var seats = SessionSeats(of: self, environment: environment)
    private lazy var models = SessionModels(
        of: self, documents: documents, storage: storage, environment: environment)
    private let turns = Turns()
    private let memory: CommandMemory
    private(set) var budgets: SessionBudgets
    private var door: Door
    /// Whether those who lead are told of the door in a moment.
    private var isDoorDue = false
    private var seating: Seating
    private var reactions = ReactionCounts()
    /// Whether a commit failed: what it held may be stored all the same.
    private var mayHaveMissed = false

    init(
        stored: StoredSession, storage: any Storage, log: UpdateLog, documents: any SessionDocuments,
        environment: RoomEnvironment
    ) {
        id = stored.session.id
        weekID = stored.session.weekID
        record = stored.session
        participants = stored.participants
        journal = stored.journal
        state = stored.state
        self.storage = storage
        self.log = log
        self.documents = documents
        self.environment = environment
        clock = SessionClock(environment.timing, notBefore: stored.lastAt)
        emptySince = environment.timing.instant
        memory = CommandMemory(sessionID: stored.session.id, storage: storage, timing: environment.timing)
        budgets = SessionBudgets(environment.limits)
        door = Door(places: Places(count: environment.limits.knocks))
        seating = Seating(
            places: Places(count: environment.limits.session.participants), seated: stored.seated,
            expected: stored.newcomers, at: environment.timing.instant)
        forgetThoseWhoNeverCame(stored)
        keepSnapshotIfDue()
    }

    private var limits: RoomLimits { environment.limits }
    private var timing: any LoopTiming { environment.timing }
    private var logger: Logger { environment.logger }

    /// Whether `modelID` is one of this session's models.
    package func hasModel(_ modelID: String) -> Bool { state.model(modelID) != nil }

    /// Whether nobody may write in a model now; nil where the session has no such model.
    func isClosed(modelID: String) -> Bool? { state.model(modelID).map(state.isClosed) }

    package var isIdle: Bool {
        turns.isIdle && models.isIdle && !isKeepingSnapshot && seating.isExpectingNobody
    }

    /// Somebody works with the room without being in it: it counts as left now.
    package func renew() {
        if emptySince != nil { emptySince = timing.instant }
    }

    /// Called every few seconds: forgets who did nothing for a while, who left the door without a word, and who joined
    /// and never came.
    func tidy() {
        budgets.tidy(at: timing.instant)
        if door.tidy(at: timing.instant) { announceDoorSoon() }
        tidySeating()
    }

    /// Keeps at once what was to be kept later, before the room is let go of.
    func keepWhatIsDue() {
        models.keepVersionsDue()
        if journal.isWorthASnapshot(limits) { keepSnapshot() }
    }

    // MARK: Commands

    /// Decides a command, commits what follows from it, and tells everybody.
    ///
    /// - Parameters:
    ///   - also: written in the same transaction as the events; throwing undoes both.
    /// - Returns: the sequence number after it.
    /// - Throws: `Refusal` when it may not be, or the session holds all it may; `StorageError` when it could not be
    ///   committed: then nothing happened.
    @discardableResult
    package func perform(
        _ command: any Command, by actor: Actor,
        also: (@Sendable (any StorageWriter) throws -> Void)? = nil
    ) async throws -> Int64 {
        await turns.begin()
        defer { turns.end() }
        if mayHaveMissed { try await catchUp() }
        let at = clock.now
        var limits = self.limits.session
        // Places are counted by `seating`: people whose access was taken back stand in the state and take none.
        limits.participants = .max
        let events = try decide(command, by: actor, in: state, at: at, limits: limits).get()
        if events.isEmpty {
            if let also { try await storage.write { try also($0) } }
            return state.sequence
        }
        try await commit(events, at: at, also: also)
        return state.sequence
    }

    /// Records what no command decides, such as that something was deleted, with what goes with it in the database. The
    /// room is then read anew: what was written may have changed the past.
    ///
    /// - Throws: `StorageError`; then nothing happened.
    func record(_ event: SessionEvent, also: @escaping @Sendable (any StorageWriter) throws -> Void) async throws {
        await turns.begin()
        defer { turns.end() }
        if mayHaveMissed { try await catchUp() }
        try await commit([event], at: clock.now, also: also)
        let stored = try await storage.read { [id, limits] reader in
            try StoredSession.read(id, from: reader, limits: limits)
        }
        guard let stored else { throw RoomError.unknown(id) }
        take(stored)
    }

    private func take(_ stored: StoredSession) {
        participants = stored.participants
        journal = stored.journal
        changeState { $0 = stored.state }
        forgetThoseWhoNeverCame(stored)
        earliestState = state.sequence
        seats.forgetStates()
    }

    private func forgetThoseWhoNeverCame(_ stored: StoredSession) {
        for id in state.participants.keys.filter({ !stored.has($0) }) {
            state.forget(id)
            seating.giveBack(id)
        }
    }

    /// Nothing is to be worked out for a model that is gone.
    func forget(model id: String) { models.forget(id) }

    private func commit(
        _ events: [SessionEvent], at: Int64, also: (@Sendable (any StorageWriter) throws -> Void)?
    ) async throws {
        let texts = try events.map { event in
            String(decoding: try CanonicalJSON.encode(event), as: UTF8.self)
        }
        if !events.allSatisfy((\.isTakenWhenFull)) {
            try await checkRoom(for: texts.reduce(0) { $0 + $1.utf8.count })
        }
        let sequences: [Int64]
        do {
            sequences = try await storage.write { [id] writer in
                try also?(writer)
                return try texts.map { try writer.appendEvent(sessionID: id, at: at, json: $0) }
            }
        } catch let error as StorageError {
            mayHaveMissed = true
            log.recoverIfFailed()
            throw error
        }
        for ((event, text), sequence) in zip(zip(events, texts), sequences) {
            apply(event, EventRecord(sequence: sequence, at: at, json: text))
        }
        keepSnapshotIfDue()
    }

    /// Takes in what the database has and this room does not know of. A commit that failed may turn up after the
    /// database was opened anew (`Storage.write`); the next event would otherwise follow one nobody has heard of.
    private func catchUp() async throws {
        let (events, people) = try await storage.read { [id, sequence = state.sequence] reader in
            (try reader.events(ofSession: id, after: sequence), try reader.participants(ofSession: id))
        }
        participants = people
        for record in events {
            let event = StoredSession.recorded(record).event
            apply(event, record)
        }
        mayHaveMissed = false
    }

    private func apply(_ event: SessionEvent, _ record: EventRecord) {
        let entry = JournalEntry(event, record: record)
        journal.append(entry, of: event, bytes: record.json.utf8.count)
        changeState { $0.apply(event, at: record.at, sequence: record.sequence) }
        seats.announce(entry)
        switch event.modelsChanged {
        case .none: break
        case .one(let modelID, let keepsVersion):
            models.decided(about: modelID)
            if keepsVersion { models.keepVersionLater(of: modelID) }
        case .all:
            for model in state.models { models.decided(about: model.id) }
        }
    }

    /// Changes the state. Locks hold in the document rooms, which ask for them at each update; of a lock that is taken
    /// off they are told, to ask for what it kept out.
    private func changeState(_ change: (inout SessionState) -> Void) {
        let closed = state.models.filter(state.isClosed)
        change(&state)
        for model in closed where isClosed(modelID: model.id) == false { documents.unlocked(model.id) }
    }

    // MARK: Snapshots

    /// Puts the state in the place of the events when there are many of them: memory, disk and the time to open a
    /// session again follow what it holds, and not what ever happened in it.
    private func keepSnapshotIfDue() {
        if journal.isLong(limits) { keepSnapshot() }
    }

    private func keepSnapshot() {
        guard !isKeepingSnapshot, !journal.hasUnknownEvents else { return }
        isKeepingSnapshot = true
        Task { @ServiceLoop in
            defer { isKeepingSnapshot = false }
            do {
                let snapshot = try await drawSnapshot()
                // Commands wait for the storing alone. What was deleted meanwhile must not come back by an older state.
                await turns.begin()
                defer { turns.end() }
                guard snapshot.state.sequence >= earliestState else { return }
                try await store(snapshot)
            } catch {
                logger.error("no snapshot", metadata: ["session": "\(id)", "reason": "\(error)"])
            }
        }
    }

    /// A state and the JSON that stands for it.
    private struct Drawn {
        let state: SessionState
        let journal: SessionJournal
        let document: String
    }

    /// Encodes the state beside the loop.
    private func drawSnapshot() async throws -> Drawn {
        let (state, journal) = (state, journal)
        return Drawn(state: state, journal: journal, document: try await StoredSession.document(of: state))
    }

    /// Stores a state in the place of its events, in a turn: nothing is decided or deleted meanwhile.
    private func store(_ snapshot: Drawn) async throws {
        let bound = HistoryBound(events: limits.historyEvents, bytes: limits.historyBytes)
        try await storage.write { [id, missedEvents = limits.missedEvents] writer in
            try writer.replaceEvents(
                ofSession: id, by: snapshot.document, throughSequence: snapshot.state.sequence,
                leaving: missedEvents, keeping: bound
            ) { StoredSession.recorded($0).event.isHistory }
        }
        journal.replaced(snapshot.journal, by: snapshot.document)
    }

    /// Whether events of so many bytes more may be taken. Called in a turn.
    ///
    /// - Throws: `Refusal` with `sessionFull`; `StorageError`.
    private func checkRoom(for bytes: Int) async throws {
        guard journal.heldBytes + bytes > limits.sessionBytes else { return }
        // What was written over is counted until the state is measured anew.
        if journal.bytesSinceSnapshot > limits.missedBytes, !isKeepingSnapshot, !journal.hasUnknownEvents {
            try await store(drawSnapshot())
        }
        guard journal.heldBytes + bytes <= limits.sessionBytes else { throw Refusal(.sessionFull) }
    }

    // MARK: Models

    /// What a model says now.
    ///
    /// - Throws: `RoomError.unknown` when the session has no such model.
    package func content(of modelID: String) async throws -> ModelContent { try await models.content(of: modelID) }

    /// A model as the pages show it beside its text.
    package func summary(of modelID: String) async throws -> ModelSummary { try await models.summary(of: modelID) }

    /// Everything the plan of a unit is made from: content, decisions, and whether each confirmation still holds.
    package func modelState(of modelID: String) async throws -> ModelState {
        try await models.modelState(of: modelID)
    }

    /// The same of a model as it was decided and read at one moment.
    package func modelState(of decided: SessionModel, content: ModelContent) -> ModelState {
        ModelState(decided, content: content, sessionID: id, isLocked: state.isClosed(decided))
    }

    /// ``SessionModels/keepVersion(of:)``
    @discardableResult
    package func keepVersion(of modelID: String) async throws -> VersionRecord {
        try await models.keepVersion(of: modelID)
    }

    /// Something was written in a model.
    func contentChanged(modelID: String) { models.contentChanged(modelID) }

    // MARK: Connections

    /// Lets a connection in: a welcome, then what it missed, as events or as the state, then what happens from now on.
    ///
    /// - Parameters:
    ///   - token: the hash of what the connection came in by, for somebody who has not joined.
    ///   - sequence: the last event it saw.
    ///   - wantsState: whether it reads the state instead of many events.
    package func join(
        _ peer: any Peer, as actor: Actor, token: [UInt8]? = nil, after sequence: Int64, wantsState: Bool = false
    ) {
        let messages = TokenBucket(
            capacity: 2 * limits.commandBurst, perSecond: 2 * limits.commandsPerSecond, now: timing.instant)
        let seat = SessionSeat(
            peer: peer, actor: actor, person: actor.person(token: token) ?? .connection(peer.id), messages: messages)
        emptySince = nil
        let you = SessionMessage.You(
            role: actor.role, participantId: actor.participantID, unitId: actor.unitID,
            externalId: actor.externalID, function: actor.function)
        seat.say(.welcome(sequence: state.sequence, now: clock.now, you: you))
        seats.add(seat, after: sequence, wantsState: wantsState)
    }

    /// A connection knows the past: it is told what else is so now.
    func caughtUp(_ seat: SessionSeat) {
        if !log.isAccepting { seat.say(.storage(works: false)) }
        if seat.actor.role.leadsSessions, door.waitingCount > 0 { seat.say(doorMessage) }
        arrived(seat.actor.participantID)
    }

    package func leave(_ connection: UInt64) {
        guard seats[connection] != nil else { return }
        seats.remove(connection)
        if seats.count == 0 { emptySince = timing.instant }
    }

    /// Everything queued for a connection is on its way: what waits for that goes on.
    package func drained(_ connection: UInt64) { seats.drained(connection) }

    /// The number of connections.
    package var count: Int { seats.count }

    /// The participants connected at the moment, each once, however many pages they have open.
    package var present: [String] { seats.present }

    /// Closes every connection.
    package func closeAll(code: UInt16, reason: String) { seats.closeAll(code: code, reason: reason) }

    func announce(_ message: SessionMessage) { seats.announce(message) }

    func announce(_ summary: ModelSummary) { seats.announce(summary) }

    /// The last that everybody was told of a model.
    func told(of modelID: String) -> ModelSummary? { models.told(of: modelID) }

    func announceStorage(works: Bool) { seats.announce(.storage(works: works)) }

    // MARK: Requests

    /// Counts a command that is no page's message, as one that comes by HTTP.
    ///
    /// - Throws: `Refusal` with `tooMany` when the person has sent too many.
    package func countCommand(by person: SessionPerson) throws(Refusal) {
        guard budgets.takeOne(from: person, at: timing.instant) else { throw Refusal(.tooMany) }
    }

    /// Handles one text message from a page.
    package func receive(_ text: String, from connection: UInt64) {
        guard let seat = seats[connection] else { return }
        let now = timing.instant
        guard seat.messages.take(at: now), budgets.mayBeRead(text, from: seat.person, at: now) else {
            return seat.peer.close(code: CloseCode.tooMany, reason: "too many messages")
        }
        switch SessionRequest(text) {
        case nil: seat.peer.close(code: CloseCode.invalidPayload, reason: "malformed message")
        case .ping: seat.say(.pong(now: clock.now))
        case .react(let id, _) where !budgets.take(text, from: seat.person, at: now):
            seat.refuse(Refusal(.tooMany), id)
        case .command(let id, _) where !budgets.take(text, from: seat.person, at: now):
            seat.refuse(Refusal(.tooMany), id)
        case .react(let id, let reaction?): react(reaction, id: id, from: seat)
        case .react(let id, nil): refuseUnknown(id, to: seat)
        case .command(let id, .failure): refuseUnknown(id, to: seat)
        case .command(let id, .success(let command)): take(command, id: id, from: seat)
        }
    }

    private func take(_ command: any Command, id: String, from seat: SessionSeat) {
        guard seat.commandsUnderWay < limits.waitingCommands else { return seat.refuse(Refusal(.tooMany), id) }
        seat.commandsUnderWay += 1
        Task { @ServiceLoop in
            defer { seat.commandsUnderWay -= 1 }
            do {
                let sequence = try await memory.once(id, of: seat.person) { also in
                    try await self.perform(command, by: seat.actor, also: also)
                } known: {
                    self.state.sequence
                }
                seat.say(.accepted(id: id, sequence: sequence))
            } catch let refusal as Refusal {
                seat.refuse(refusal, id)
            } catch {
                logger.error("a command was not stored", metadata: ["reason": "\(error)"])
                seat.say(
                    .refused(
                        id: id, code: "storageFailing",
                        reason: "Serveren kan ikke gemme lige nu. Intet er ændret; prøv igen om lidt.",
                        reasonEn: "The server cannot save at the moment. Nothing was changed; try again shortly."))
            }
        }
    }

    private func refuseUnknown(_ id: String, to seat: SessionSeat) {
        seat.say(
            .refused(
                id: id, code: "unknownCommand", reason: "Siden bad om noget, serveren ikke kender. Genindlæs siden.",
                reasonEn: "The page asked for something the server does not know. Reload the page."))
    }

    /// Counts a reaction, or says why not. One that comes sooner after the last than a press means is refused, so that
    /// nobody can fill the others' pages.
    private func react(_ reaction: Reaction, id: String, from seat: SessionSeat) {
        if let refusal = Reaction.refusal(to: seat.actor, in: state) { return seat.refuse(refusal, id) }
        guard budgets.takeReaction(from: seat.person, at: timing.instant) else {
            return seat.say(
                .refused(
                    id: id, code: "tooMany", reason: "Vent lidt, før du reagerer igen.",
                    reasonEn: "Wait a moment before you react again."))
        }
        seat.say(.accepted(id: id, sequence: state.sequence))
        guard reactions.add(reaction) else { return }
        timing.after(limits.reactionDelay) { [weak self] in
            guard let self else { return }
            announce(.reactions(reactions.take()))
        }
    }

    // MARK: The door

    /// How many of those who wait are told; of the others their number.
    package static let shownAtDoor = 50
    /// How long what happens at the door is gathered before those who lead are told.
    static let doorPause: Duration = .milliseconds(300)

    /// Puts somebody at the door. A browser that waits there already stands where it stood, with what it wrote now.
    ///
    /// - Returns: the knock to ask after; nil when there is no room.
    package func knock(_ knock: Knock) -> String? {
        let id = door.knock(knock, at: timing.instant)
        if id != nil { announceDoorSoon() }
        return id
    }

    /// Whether a browser with this token waits at the door, or was just answered there.
    package func hasKnocked(_ tokenHash: [UInt8]) -> Bool { door.knows(tokenHash) }

    /// What became of a knock; nil when nobody knows of it.
    package func answer(to id: String) -> Knock.Answer? { door.answer(to: id, at: timing.instant) }

    /// Lets somebody in, or not. Whoever was answered before stays as they were: two who lead may press at once.
    package func answer(_ id: String, admit isAdmitted: Bool) async throws {
        let now = timing.instant
        guard door.isWaiting(id), let knock = door.set(isAdmitted ? .admitted : .refused, id, at: now) else { return }
        if isAdmitted {
            do {
                try await admit(knock.participant, from: knock.network) { try $0.insertGrant(knock.grant) }
            } catch {
                _ = door.set(.waiting, id, at: now)
                throw error
            }
        }
        announceDoorSoon()
    }

    /// Who waits and has these letters in their name; ``shownAtDoor`` of them at most.
    package func waiting(named name: String = "") -> [ShownKnock] {
        door.shown(Self.shownAtDoor, named: name).map(ShownKnock.init)
    }

    package var waitingCount: Int { door.waitingCount }

    private var doorMessage: SessionMessage { .door(waiting(), count: door.waitingCount) }

    /// One message for what happens within a moment: a thousand who knock at once are told as one list.
    private func announceDoorSoon() {
        guard !isDoorDue else { return }
        isDoorDue = true
        timing.after(Self.doorPause) { [weak self] in
            guard let self else { return }
            isDoorDue = false
            seats.tellLeading(doorMessage)
        }
    }

    // MARK: People

    /// Adds somebody who joined: the person's row and the event are committed together.
    ///
    /// - Parameter network: where they come from; nil for who is added by somebody else.
    /// - Throws: `Refusal.tooManyParticipants` when no place is to be had.
    package func admit(
        _ participant: ParticipantRecord, from network: ClientNetwork? = nil, role: Role = .participant,
        also: @escaping @Sendable (any StorageWriter) throws -> Void
    ) async throws {
        guard !seating.has(participant.id) else { throw Refusal(.participantExists) }
        guard let seat = seating.take(participant.id, from: network, at: timing.instant) else {
            throw Refusal(.tooManyParticipants)
        }
        do {
            try await perform(Join(participantID: participant.id), by: Actor(participant, role: role)) { writer in
                if let gone = seat.gone { try Self.remove(gone, writer) }
                try writer.insertParticipant(participant)
                try writer.expectNewcomer(participant.id)
                try also(writer)
            }
        } catch {
            seating.giveBack(participant.id)
            throw error
        }
        if let gone = seat.gone { forget(gone) }
        participants.append(participant)
        announce(.participant(ShownPerson(participant)))
    }

    /// Somebody who is in the session comes by the code again, in the same browser: the same person, as they call
    /// themselves now.
    package func readmit(
        _ participant: ParticipantRecord, also: @escaping @Sendable (any StorageWriter) throws -> Void
    ) async throws {
        let keep: @Sendable (any StorageWriter) throws -> Void = { writer in
            try writer.updateParticipant(participant)
            try also(writer)
        }
        let known = state.participants[participant.id]
        if known?.function == participant.function, known?.unitId == participant.unitID,
            known?.externalId == participant.externalID
        {
            guard !state.isEnded else { throw Refusal(.sessionEnded) }
            try await storage.write { try keep($0) }
        } else {
            try await perform(
                Join(participantID: participant.id), by: Actor(participant, role: .participant), also: keep)
        }
        guard let place = participants.firstIndex(where: { $0.id == participant.id }) else { return }
        participants[place] = participant
        announce(.participant(ShownPerson(participant)))
        // Who acted for another unit comes back as who they are now.
        let actor = Actor(participant, role: .participant)
        seats.close(participant.id, unlessAs: actor, code: CloseCode.overloaded, reason: "connect again")
    }

    /// The person was seen: a page of theirs is open, or a program asked with their token.
    package func arrived(_ participantID: String?) {
        guard let participantID, seating.arrived(participantID) else { return }
        Task { @ServiceLoop in
            do {
                try await storage.write { try $0.newcomerArrived(participantID) }
            } catch {
                // The place is theirs; after a restart they are waited for once more.
                logger.error("an arrival was not written", metadata: ["reason": "\(error)"])
            }
        }
    }

    /// Somebody's access was taken back: the place is free.
    package func giveBack(_ participantID: String) { seating.giveBack(participantID) }

    /// Gives back the places of those who joined and never came.
    private func tidySeating() {
        let overdue = seating.overdue(since: timing.instant - limits.newcomerPatience)
        guard !overdue.isEmpty else { return }
        for id in overdue { seating.giveBack(id) }
        Task { @ServiceLoop in
            do {
                try await storage.write { writer in
                    for id in overdue { try Self.remove(id, writer) }
                }
                for id in overdue { forget(id) }
            } catch {
                // They are out of the count, and in the session until it is opened the next time.
                logger.error("newcomers were not removed", metadata: ["reason": "\(error)"])
            }
        }
    }

    /// Somebody may have been removed before.
    private nonisolated static func remove(_ participantID: String, _ writer: any StorageWriter) throws {
        guard try writer.participant(participantID) != nil else { return }
        try writer.deleteParticipant(participantID)
    }

    /// Of somebody who never came nothing else is left than that they joined.
    private func forget(_ participantID: String) {
        participants.removeAll { $0.id == participantID }
        state.forget(participantID)
        seats.close(participantID, code: CloseCode.unauthorized, reason: "place given back")
    }

    /// Forgets the names of these people, and of who waits at the door since before a time; tells everybody here.
    func forgetNames(of ids: Set<String>, joinedBefore: Int64) {
        door.removeAll(joinedBefore: joinedBefore)
        for place in participants.indices where ids.contains(participants[place].id) {
            participants[place].displayName = ""
        }
        announce(.namesDeleted(ids.sorted()))
    }

    /// Puts right who somebody came as: the row, what the token was given for their unit, and the event are committed
    /// together.
    ///
    /// - Throws: `Refusal` when it may not be; `StorageError`: then nothing happened.
    package func correct(_ corrected: ParticipantRecord, by actor: Actor) async throws {
        guard let party = Party(unitId: corrected.unitID, externalId: corrected.externalID) else {
            throw Refusal(.partyMissing)
        }
        let command = CorrectParticipant(
            participantID: corrected.id, party: party, function: corrected.function)
        try await perform(command, by: actor) { writer in
            try writer.updateParticipant(corrected)
            try writer.moveGrants(participantID: corrected.id, toUnit: corrected.unitID)
        }
        guard let place = participants.firstIndex(where: { $0.id == corrected.id }) else { return }
        participants[place] = corrected
        announce(.participant(ShownPerson(corrected)))
    }
}

extension Actor {
    fileprivate init(_ participant: ParticipantRecord, role: Role) {
        self.init(
            role: role, participantID: participant.id, unitID: participant.unitID, externalID: participant.externalID,
            function: participant.function)
    }
}
