import Storage
import Transport

/// Which commands were taken: one has one effect, however often it is sent. A page sends again, over a new connection,
/// what had no answer when the old one broke. A command's id is kept for a day in the transaction of its own events, so
/// that either both are there or neither, also after a crash.
@ServiceLoop
final class CommandMemory {
    /// What is written in the same transaction as a command's events.
    typealias Writing = @Sendable (any StorageWriter) throws -> Void
    /// Takes a command, with what is to be written beside it.
    typealias Performing = @ServiceLoop (Writing?) async throws -> Int64

    /// From how many letters on an id is one that no other press has: 128 bits as base64url. Programs that count their
    /// commands from one send each once.
    private nonisolated static let lettersOfAnId = 22
    /// Commands remembered of one person in a session: more than anybody sends between two connections.
    private nonisolated static let mostPerPerson = 200
    /// In milliseconds.
    private nonisolated static let day: Int64 = 24 * 60 * 60 * 1_000

    private let sessionID: String
    private let storage: any Storage
    private let timing: any LoopTiming
    /// Commands that are being taken, by who sent them and their ids.
    private var underWay: [String: Task<Int64, any Error>] = [:]
    /// The last look for a command of each person who has one under way, and how many there were.
    private var lookups: [String: (number: Int, task: Task<Bool, any Error>)] = [:]

    init(sessionID: String, storage: any Storage, timing: any LoopTiming) {
        self.sessionID = sessionID
        self.storage = storage
        self.timing = timing
    }

    /// Takes a command, or finds that it was taken.
    ///
    /// - Parameters:
    ///   - id: the page's own for the command.
    ///   - known: the sequence number to answer with when it was taken before.
    /// - Returns: the sequence number after it.
    /// - Throws: as `perform`; what was refused is not remembered.
    func once(
        _ id: String, of person: SessionPerson, perform: @escaping Performing,
        known: @escaping @ServiceLoop () -> Int64
    ) async throws -> Int64 {
        guard id.utf8.count >= Self.lettersOfAnId, let person = person.name else { return try await perform(nil) }
        let key = "\(sessionID)/\(person)/\(id)"
        if let task = underWay[key] { return try await task.value }
        let task = Task { @ServiceLoop in
            try await self.performRemembered(key, of: person, perform: perform, known: known)
        }
        underWay[key] = task
        defer { underWay[key] = nil }
        return try await task.value
    }

    private func performRemembered(
        _ key: String, of person: String, perform: Performing, known: @ServiceLoop () -> Int64
    ) async throws -> Int64 {
        let now = timing.now
        let record = AnswerRecord(
            id: Array("command/\(key)".utf8), asker: Array("command/\(sessionID)/\(person)".utf8), request: [],
            answer: [], at: now)
        if try await isRemembered(record.id, of: person) { return known() }
        return try await perform { writer in
            try writer.keepAnswer(record, since: now - Self.day, upTo: Self.mostPerPerson)
        }
    }

    /// Whether a command was taken before. A person's are looked for one after the other: readers of the database run
    /// side by side, and of three votes sent at once the last must count.
    private func isRemembered(_ id: [UInt8], of person: String) async throws -> Bool {
        let before = lookups[person]
        let storage = storage
        let lookup = Task { @ServiceLoop in
            _ = await before?.task.result
            return try await storage.read { try $0.answer(id) } != nil
        }
        let number = (before?.number ?? 0) + 1
        lookups[person] = (number, lookup)
        defer { if lookups[person]?.number == number { lookups[person] = nil } }
        return try await lookup.value
    }
}

extension SessionPerson {
    /// The same over all of a person's connections; nil for who has only the one.
    fileprivate var name: String? {
        switch self {
        case .participant(let id): "p/\(id)"
        case .token(let hash): "t/" + hash.map { String($0, radix: 16) }.joined(separator: "-")
        case .connection: nil
        }
    }
}
