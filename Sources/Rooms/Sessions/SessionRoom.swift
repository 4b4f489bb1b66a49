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
    /// Kept alive by what is still under way here; the circle ends when the house lets go of the room.
    let house: House
    package private(set) var state: SessionState
    package private(set) var participants: [ParticipantRecord]
    var seats: [UInt64: SessionSeat] = [:]
    /// Who knocked since the room was opened, answered or not.
    var knocks: [Knock] = []
    /// The events, for those who come back.
    private var journal: [JournalEntry]
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

    init(stored: StoredSession, house: House) {
        id = stored.session.id
        weekID = stored.session.weekID
        record = stored.session
        participants = stored.participants
        let recorded = stored.recorded
        journal = zip(stored.events, recorded).map { JournalEntry($1.event, record: $0) }
        self.house = house
        clock = SessionClock(house.timing, notBefore: stored.events.last?.at)
        emptySince = house.timing.instant
        state = stored.state(after: recorded)
        applyLocks()
    }

    /// Whether `modelID` is one of this session's models.
    package func hasModel(_ modelID: String) -> Bool { state.model(modelID) != nil }

    package var isIdle: Bool { !isPerforming && queue.isEmpty && staleModels.isEmpty && versionsDue.isEmpty }

    // MARK: Commands

    /// Decides a command, commits what follows from it, and tells everybody.
    ///
    /// - Parameters:
    ///   - also: written in the same transaction as the events; throwing undoes both.
    /// - Returns: the sequence number after it.
    /// - Throws: `Refusal` when it may not be; `StorageError` when it could not be committed: then nothing happened.
    @discardableResult
    package func perform(
        _ command: SessionCommand, by actor: Actor,
        also: (@Sendable (any StorageWriter) throws -> Void)? = nil
    ) async throws -> Int64 {
        await waitForTurn()
        defer { endTurn() }
        if mayHaveMissed { try await catchUp() }
        let at = clock.now
        let events = try decide(command, by: actor, in: state, at: at, limits: house.limits.session).get()
        if events.isEmpty {
            if let also { try await house.storage.write { try also($0) } }
            return state.sequence
        }
        let texts = try events.map { event in
            String(decoding: try Self.encoder.encode(event), as: UTF8.self)
        }
        let sequences: [Int64]
        do {
            sequences = try await house.storage.write { [id] writer in
                try also?(writer)
                return try texts.map { try writer.appendEvent(sessionID: id, at: at, json: $0) }
            }
        } catch let error as StorageError {
            mayHaveMissed = true
            house.log.recoverIfFailed()
            throw error
        }
        for ((event, text), sequence) in zip(zip(events, texts), sequences) {
            apply(event, EventRecord(sequence: sequence, at: at, json: text))
        }
        return state.sequence
    }

    /// Takes in what the database has and this room does not know of. A commit that failed may turn up after the
    /// database was opened anew (`Storage.write`); the next event would otherwise follow one nobody has heard of.
    private func catchUp() async throws {
        let (events, people) = try await house.storage.read { [id, sequence = state.sequence] reader in
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
        journal.append(entry)
        applyLocks()
        announce(entry)
        switch event {
        case .modelLocked(let modelID), .modelLevelSet(let modelID, _, _):
            contentChanged(modelID: modelID)
            keepVersionLater(of: modelID)
        case .modelUnlocked(let modelID): contentChanged(modelID: modelID)
        case .confirmationWithdrawn(let taken): contentChanged(modelID: taken.modelID)
        case .participantCorrected:
            for model in state.models { contentChanged(modelID: model.id) }
        case .modelCreated(let creation): contentChanged(modelID: creation.modelID)
        case .modelConfirmed(let confirmation):
            contentChanged(modelID: confirmation.modelID)
            keepVersionLater(of: confirmation.modelID)
        default: break
        }
    }

    private func waitForTurn() async {
        guard isPerforming else { isPerforming = true; return }
        await withCheckedContinuation { queue.append($0) }
    }

    private func endTurn() {
        guard !queue.isEmpty else { isPerforming = false; return }
        queue.removeFirst().resume()
    }

    /// Locks hold in the document rooms, where updates arrive.
    func applyLocks() {
        for model in state.models { house.documents[model.id]?.isLocked = isClosed(model) }
    }

    /// Whether nobody may write in a model now.
    package func isClosed(_ model: SessionModel) -> Bool { model.isLocked || state.isEnded }

    // MARK: People

    /// Adds somebody who joined: the person's row and the event are committed together.
    package func admit(
        _ participant: ParticipantRecord, role: Role, also: @escaping @Sendable (any StorageWriter) throws -> Void
    ) async throws {
        let actor = Actor(
            role: role, participantID: participant.id, unitID: participant.unitID,
            externalID: participant.externalID, function: participant.function)
        try await perform(.join(participantID: participant.id), by: actor) { writer in
            try writer.insertParticipant(participant)
            try also(writer)
        }
        participants.append(participant)
        announce(.participant(person(participant)))
    }

    /// Forgets the names of these people, and of who waits at the door since before a time; tells everybody here.
    func forgetNames(of ids: Set<String>, joinedBefore: Int64) {
        knocks.removeAll { $0.participant.joinedAt < joinedBefore }
        for place in participants.indices where ids.contains(participants[place].id) {
            participants[place].displayName = ""
        }
        announce(.namesDeleted(ids.sorted()))
    }

    func person(_ record: ParticipantRecord) -> SessionMessage.Person {
        SessionMessage.Person(
            id: record.id, displayName: record.displayName, function: record.function,
            unitId: record.unitID, externalId: record.externalID)
    }

    /// Events after `sequence`, oldest first.
    func events(after sequence: Int64) -> ArraySlice<JournalEntry> {
        guard let first = journal.firstIndex(where: { $0.sequence > sequence }) else { return [] }
        return journal[first...]
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
