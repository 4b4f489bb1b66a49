import CRDT
package import Facilitation
import Planning
import Storage
import Transport

/// What models said when they were last read, of those whose rooms are closed: nobody writes in them, and what they say
/// holds until a room is opened. So a week is looked through without opening any, and each document is read once.
///
/// Bounded in bytes; what was read first goes first.
@ServiceLoop
final class ModelReadings {
    private let bytesLimit: Int
    private var kept: [String: ModelContent] = [:]
    /// What they take, about.
    private var held: OldestFirst<String>
    /// Documents that are being read from the database, by the number of the reading.
    private var underWay: [String: UInt64] = [:]
    private var count: UInt64 = 0

    init(bytesLimit: Int) {
        self.bytesLimit = bytesLimit
        held = OldestFirst(limit: bytesLimit)
    }

    func content(of id: String, level: Level) -> ModelContent? {
        guard let content = kept[id], content.model.level == level else { return nil }
        return content
    }

    /// Somebody begins to read a document from the database.
    ///
    /// - Returns: what ``end(_:number:_:)`` is to be given.
    func begin(_ id: String) -> UInt64 {
        count += 1
        underWay[id] = count
        return count
    }

    /// Keeps what was read, unless the document's room was opened meanwhile or somebody reads it anew.
    func end(_ id: String, number: UInt64, _ content: ModelContent?) {
        guard underWay[id] == number else { return }
        underWay[id] = nil
        if let content { keep(content, of: id) }
    }

    /// Called when a room is let go of too, with what it said last.
    func keep(_ content: ModelContent, of id: String) {
        forget(id)
        let size = content.model.memoryBytes
        guard size <= bytesLimit / 8 else { return }
        kept[id] = content
        for oldest in held.hold(id, bytes: size) { kept[oldest] = nil }
    }

    /// The document's room is opened, or the document deleted.
    func forget(_ id: String) {
        underWay[id] = nil
        kept[id] = nil
        held.release(id)
    }

    /// Nothing of what was read may be known any more.
    func forgetAll() {
        kept = [:]
        held.removeAll()
        underWay = [:]
    }
}

extension RoomRegistry {
    /// Documents read at once: a moment's work, after which others have their turn.
    private static let readTogether = 16

    /// What models say now, by id. Rooms of which somebody is in are asked; of the others the documents are read, beside
    /// the loop, and no room is opened.
    ///
    /// - Parameter models: each with the level it is at.
    /// - Throws: `RoomError.unknown` for one that is being deleted, `.unreadable` for one that is damaged; `StorageError`.
    package func contents(of models: [SessionModel]) async throws -> [String: ModelContent] {
        var found: [String: ModelContent] = [:]
        var missing: [SessionModel] = []
        for (place, model) in models.enumerated() {
            guard !removing.contains(model.id) else { throw RoomError.unknown(model.id) }
            if let content = knownContent(of: model) { found[model.id] = content } else { missing.append(model) }
            if place % Self.readTogether == Self.readTogether - 1 { await Task.yield() }
        }
        for start in stride(from: 0, to: missing.count, by: Self.readTogether) {
            try Task.checkCancellation()
            let piece = Array(missing[start..<min(start + Self.readTogether, missing.count)])
            let numbers = piece.map { readings.begin($0.id) }
            let read = try await Self.read(piece, storage, definitions, limits)
            for (place, model) in piece.enumerated() {
                readings.end(model.id, number: numbers[place], read[place])
                // Whoever opened its room meanwhile may have written there.
                found[model.id] = knownContent(of: model) ?? read[place]
            }
        }
        return found
    }

    /// Lets go of what closed rooms said.
    package func forgetReadings() { readings.forgetAll() }

    private func knownContent(of model: SessionModel) -> ModelContent? {
        if let room = documents[model.id] { return room.content(level: model.level, definitions: definitions) }
        return readings.content(of: model.id, level: model.level)
    }

    /// From the database, beside the loop.
    private nonisolated static func read(
        _ models: [SessionModel], _ storage: any Storage, _ definitions: FieldDefinitions, _ limits: RoomLimits
    ) async throws -> [ModelContent] {
        let stored = try await storage.read { reader in try models.map { try reader.document($0.id) } }
        return try zip(models, stored).map { model, stored in
            try ModelContent(
                reading: stored, id: model.id, level: model.level, limits: limits.document.forReading,
                definitions: definitions)
        }
    }
}
