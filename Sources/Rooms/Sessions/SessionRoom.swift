package import Facilitation
import Foundation
import Logging
import Planning
package import Storage
package import Transport

/// One live session: its state, the people connected, and the commands that change it.
///
/// A command's way: `perform` decides it against the state, its events are committed, then they are applied and
/// sent to everybody. Commands are taken one at a time, so each is decided against what the one before it left.
@ServiceLoop
package final class SessionRoom {
    package nonisolated let id: String
    package nonisolated let weekID: String
    package let record: SessionRecord
    /// Kept alive by what is still under way here; the circle ends when the registry lets go of the room.
    let rooms: RoomRegistry
    package private(set) var state: SessionState
    package private(set) var participants: [ParticipantRecord] { didSet { peopleForAnswers = nil } }
    /// What answers say of all participants, as whoever answers last made it; gone when one of them changes.
    package var peopleForAnswers: (any Sendable)?
    var seats: [UInt64: SessionSeat] = [:]
    var door: Door
    /// Whether those who lead are told of the door in a moment.
    var isDoorDue = false
    private(set) var seating: Seating
    /// Commands that are being taken, by who sent them and their ids.
    var underWay: [String: Task<Int64, any Error>] = [:]
    /// The last look for a command of each person who has one under way, and how many there were.
    var lookups: [String: (number: Int, task: Task<Bool, any Error>)] = [:]
    /// The last events, and how much has happened since the state was stored.
    var journal: SessionJournal
    /// The state as it was lately, for those who lead and for all others.
    var pictures: [Bool: StatePicture] = [:]
    /// No picture is of a state before this one: something was deleted then.
    private(set) var picturesBegin: Int64 = 0
    /// Which of them are being encoded.
    var drawing: Set<Bool> = []
    var isKeepingSnapshot = false
    /// Connections of each participant who is here.
    var connections: [String: Int] = [:]
    /// Those of whom everybody was told that they are here.
    var told: Set<String> = []
    /// The same as a message.
    var presenceMessage: OutboundMessage?
    var isPresenceDue = false
    /// The last summary sent of each model, so that only news goes out.
    var sentSummaries: [String: ModelSummary] = [:]
    /// Models whose content changed and whose summary is due.
    var staleModels: Set<String> = []
    /// Models of which a version is to be kept a while from now.
    var versionsDue: Set<String> = []
    /// Whether a commit failed: what it held may be stored all the same.
    private var mayHaveMissed = false
    /// What people said by one press and has not been told yet.
    var reactions: [Reaction: Int] = [:]
    /// Of those who sent something lately.
    var budgets: [SessionPerson: SessionBudget] = [:]
    private var isPerforming = false
    private var queue: [CheckedContinuation<Void, Never>] = []
    /// When the last connection left; `nil` while somebody is here.
    package var emptySince: ContinuousClock.Instant?
    let clock: SessionClock

    init(stored: StoredSession, rooms: RoomRegistry) {
        id = stored.session.id
        weekID = stored.session.weekID
        record = stored.session
        participants = stored.participants
        journal = stored.journal
        self.rooms = rooms
        clock = SessionClock(rooms.timing, notBefore: stored.lastAt)
        emptySince = rooms.timing.instant
        state = stored.state
        door = Door(places: Places(count: rooms.limits.knocks))
        seating = Seating(
            places: Places(count: rooms.limits.session.participants), seated: stored.seated,
            expected: stored.newcomers, at: rooms.timing.instant)
        forgetThoseWhoNeverCame(stored)
        applyLocks()
        keepSnapshotIfDue()
    }

    /// Whether `modelID` is one of this session's models.
    package func hasModel(_ modelID: String) -> Bool { state.model(modelID) != nil }

    package var isIdle: Bool {
        !isPerforming && queue.isEmpty && staleModels.isEmpty && versionsDue.isEmpty && !isKeepingSnapshot
            && seating.isExpectingNobody
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
        await waitForTurn()
        defer { endTurn() }
        if mayHaveMissed { try await catchUp() }
        let at = clock.now
        var limits = rooms.limits.session
        // Places are counted by `seating`: people whose access was taken back stand in the state and take none.
        limits.participants = .max
        let events = try decide(command, by: actor, in: state, at: at, limits: limits).get()
        if events.isEmpty {
            if let also { try await rooms.storage.write { try also($0) } }
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
        await waitForTurn()
        defer { endTurn() }
        if mayHaveMissed { try await catchUp() }
        try await commit([event], at: clock.now, also: also)
        let limits = rooms.limits
        let stored = try await rooms.storage.read { [id] reader in
            try StoredSession.read(id, from: reader, limits: limits)
        }
        guard let stored else { throw RoomError.unknown(id) }
        take(stored)
    }

    private func take(_ stored: StoredSession) {
        participants = stored.participants
        journal = stored.journal
        state = stored.state
        forgetThoseWhoNeverCame(stored)
        pictures = [:]
        picturesBegin = state.sequence
        applyLocks()
    }

    private func forgetThoseWhoNeverCame(_ stored: StoredSession) {
        for id in state.participants.keys.filter({ !stored.has($0) }) {
            state.forget(id)
            seating.giveBack(id)
        }
    }

    /// Nothing is to be worked out for a model that is gone.
    func forget(model id: String) {
        sentSummaries[id] = nil
        versionsDue.remove(id)
    }

    private func commit(
        _ events: [SessionEvent], at: Int64, also: (@Sendable (any StorageWriter) throws -> Void)?
    ) async throws {
        let texts = try events.map { event in
            String(decoding: try Self.encoder.encode(event), as: UTF8.self)
        }
        if !events.allSatisfy((\.isTakenWhenFull)) {
            try await checkRoom(for: texts.reduce(0) { $0 + $1.utf8.count })
        }
        let sequences: [Int64]
        do {
            sequences = try await rooms.storage.write { [id] writer in
                try also?(writer)
                return try texts.map { try writer.appendEvent(sessionID: id, at: at, json: $0) }
            }
        } catch let error as StorageError {
            mayHaveMissed = true
            rooms.log.recoverIfFailed()
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
        let (events, people) = try await rooms.storage.read { [id, sequence = state.sequence] reader in
            (try reader.events(ofSession: id, after: sequence), try reader.participants(ofSession: id))
        }
        participants = people
        for record in events {
            let event = StoredSession.recorded(record).event
            apply(event, record)
        }
        mayHaveMissed = false
    }

    private static let encoder: JSONEncoder = {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return encoder
    }()

    private func apply(_ event: SessionEvent, _ record: EventRecord) {
        state.apply(event, at: record.at, sequence: record.sequence)
        let entry = JournalEntry(event, record: record)
        journal.append(entry, of: event, bytes: record.json.utf8.count)
        applyLocks()
        announce(entry)
        switch event.modelsChanged {
        case .none: break
        case .one(let modelID, let keepsVersion):
            contentChanged(modelID: modelID)
            if keepsVersion { keepVersionLater(of: modelID) }
        case .all:
            for model in state.models { contentChanged(modelID: model.id) }
        }
    }

    func waitForTurn() async {
        guard isPerforming else { isPerforming = true; return }
        await withCheckedContinuation { queue.append($0) }
    }

    func endTurn() {
        guard !queue.isEmpty else { isPerforming = false; return }
        queue.removeFirst().resume()
    }

    /// Locks hold in the document rooms, where updates arrive.
    func applyLocks() {
        for model in state.models { rooms.documents[model.id]?.isLocked = isClosed(model) }
    }

    /// Whether nobody may write in a model now.
    package func isClosed(_ model: SessionModel) -> Bool { model.isLocked || state.isEnded }

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
        guard let seat = seating.take(participant.id, from: network, at: rooms.timing.instant) else {
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
            try await rooms.storage.write { try keep($0) }
        } else {
            try await perform(
                Join(participantID: participant.id), by: Actor(participant, role: .participant), also: keep)
        }
        guard let place = participants.firstIndex(where: { $0.id == participant.id }) else { return }
        participants[place] = participant
        announce(.participant(ShownPerson(participant)))
        // Who acted for another unit comes back as who they are now.
        let actor = Actor(participant, role: .participant)
        for seat in seats.values where seat.actor.participantID == participant.id {
            guard seat.actor.party != actor.party || seat.actor.function != actor.function else { continue }
            seat.peer.close(code: CloseCode.overloaded, reason: "connect again")
        }
    }

    /// The person was seen: a page of theirs is open, or a program asked with their token.
    package func arrived(_ participantID: String?) {
        guard let participantID, seating.arrived(participantID) else { return }
        Task { @ServiceLoop in
            do {
                try await rooms.storage.write { try $0.newcomerArrived(participantID) }
            } catch {
                // The place is theirs; after a restart they are waited for once more.
                rooms.logger.error("an arrival was not written", metadata: ["reason": "\(error)"])
            }
        }
    }

    /// Somebody's access was taken back: the place is free.
    package func giveBack(_ participantID: String) { seating.giveBack(participantID) }

    /// Gives back the places of those who joined and never came.
    func tidySeating() {
        let overdue = seating.overdue(since: rooms.timing.instant - rooms.limits.newcomerPatience)
        guard !overdue.isEmpty else { return }
        for id in overdue { seating.giveBack(id) }
        Task { @ServiceLoop in
            do {
                try await rooms.storage.write { writer in
                    for id in overdue { try Self.remove(id, writer) }
                }
                for id in overdue { forget(id) }
            } catch {
                // They are out of the count, and in the session until it is opened the next time.
                rooms.logger.error("newcomers were not removed", metadata: ["reason": "\(error)"])
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
        for seat in seats.values where seat.actor.participantID == participantID {
            seat.peer.close(code: CloseCode.unauthorized, reason: "place given back")
        }
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

    // MARK: Sending

    func announce(_ message: SessionMessage) {
        guard !seats.isEmpty else { return }
        let shared = OutboundMessage(text: message.text)
        for seat in seats.values where seat.isCaughtUp { seat.peer.send(shared) }
    }

    /// Each text is encoded once, however many it goes to.
    private func announce(_ entry: JournalEntry) {
        var messages: [Audience: OutboundMessage] = [:]
        for seat in seats.values where seat.isCaughtUp {
            let audience = entry.audience(of: seat.actor)
            let message = messages[audience] ?? OutboundMessage(text: entry.message(for: audience))
            messages[audience] = message
            seat.peer.send(message)
        }
    }

    func announceStorage(works: Bool) { announce(.storage(works: works)) }
}

extension Actor {
    fileprivate init(_ participant: ParticipantRecord, role: Role) {
        self.init(
            role: role, participantID: participant.id, unitID: participant.unitID, externalID: participant.externalID,
            function: participant.function)
    }
}
