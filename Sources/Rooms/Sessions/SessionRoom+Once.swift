import Facilitation
import Storage
import Transport

/// A command has one effect, however often it is sent: a page sends again, over a new connection, what had no answer when
/// the old one broke. Its id is kept for a day in the transaction of the command's own events, so that either both are
/// there or neither, also after a crash.
extension SessionRoom {
    /// From how many letters on an id is one that no other press has: 128 bits as base64url. Programs that count their
    /// commands from one send each once.
    private nonisolated static let lettersOfAnId = 22
    /// Commands remembered of one person in a session: more than anybody sends between two connections.
    private nonisolated static let mostPerPerson = 200
    /// In milliseconds.
    private nonisolated static let day: Int64 = 24 * 60 * 60 * 1_000

    /// Takes a command, or finds that it was taken.
    ///
    /// - Returns: the sequence number after it.
    /// - Throws: as ``perform(_:by:also:)``; what was refused is not remembered.
    func performOnce(_ command: any Command, id: String, from seat: SessionSeat) async throws -> Int64 {
        guard id.utf8.count >= Self.lettersOfAnId, let person = seat.person.name else {
            return try await perform(command, by: seat.actor)
        }
        let key = "\(self.id)/\(person)/\(id)"
        if let task = underWay[key] { return try await task.value }
        let task = Task { @ServiceLoop in try await self.performRemembered(command, key, of: person, by: seat.actor) }
        underWay[key] = task
        defer { underWay[key] = nil }
        return try await task.value
    }

    private func performRemembered(
        _ command: any Command, _ key: String, of person: String, by actor: Actor
    ) async throws -> Int64 {
        let now = rooms.timing.now
        let record = AnswerRecord(
            id: Array("command/\(key)".utf8), asker: Array("command/\(id)/\(person)".utf8), request: [], answer: [],
            at: now)
        if try await isRemembered(record.id, of: person) { return state.sequence }
        return try await perform(command, by: actor) { writer in
            try writer.keepAnswer(record, since: now - Self.day, upTo: Self.mostPerPerson)
        }
    }

    /// Whether a command was taken before. A person's are looked for one after the other: readers of the database run side
    /// by side, and of three votes sent at once the last must count.
    private func isRemembered(_ id: [UInt8], of person: String) async throws -> Bool {
        let before = lookups[person]
        let storage = rooms.storage
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
