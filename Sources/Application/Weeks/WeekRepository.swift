import Foundation
package import Planning
import Rooms
package import Storage

/// The weeks: in, out, and changed as a whole. Every change is one transaction.
///
/// What models say comes through `ModelStates`, because a running server knows it from its live rooms and a command
/// line from the database.
package struct WeekRepository: Sendable {
    private let storage: any Storage
    package let definitions: FieldDefinitions
    private let limits: CreationLimits
    private let read = WeekCache()
    let readings: WeekReadings

    /// - Parameter readingBytes: the memory for weeks as drafts are made from them.
    package init(
        storage: any Storage, definitions: FieldDefinitions, limits: CreationLimits = CreationLimits(),
        readingBytes: Int = RoomLimits().weekReadingBytes
    ) {
        self.storage = storage
        self.definitions = definitions
        self.limits = limits
        readings = WeekReadings(bytesLimit: readingBytes)
    }

    /// A week with its sessions, models and people, as last stored.
    ///
    /// - Throws: `ApplicationError.noSuchWeek`.
    package func week(_ id: String) async throws -> Week {
        try await week(id, of: .whole)
    }

    /// The same without the people who joined: what does not change when somebody comes.
    ///
    /// - Throws: `ApplicationError.noSuchWeek`.
    package func withModels(_ id: String) async throws -> Week {
        try await week(id, of: .models)
    }

    /// The same without models, which sessions then do not list either: what does not change when somebody comes or
    /// begins a model. For everything that is asked about a week by many at once.
    ///
    /// - Throws: `ApplicationError.noSuchWeek`.
    package func outline(_ id: String) async throws -> Week {
        try await week(id, of: .outline)
    }

    /// What was read is forgotten: it may hold a name that must not be known any more.
    package func forget() {
        read.forget()
        readings.forget()
    }

    /// How often weeks, sessions and models were changed.
    var modelChanges: UInt64 { storage.weekChanges.models }

    private func week(_ id: String, of part: WeekCache.Part) async throws -> Week {
        let count = part.count(in: storage.weekChanges)
        if let known = read.week(id, part, asOf: count) { return known }
        let stored = try await storage.read { reader in
            try WeekRecords.read(id, withModels: part != .outline, withPeople: part == .whole, from: reader)
        }
        guard let stored else { throw ApplicationError.noSuchWeek(id) }
        let week = try stored.assemble()
        // What was changed meanwhile would be kept for nobody.
        if count == part.count(in: storage.weekChanges) { read.keep(week, part, asOf: count) }
        return week
    }

    /// All weeks, newest first.
    package func weeks() async throws -> [Week] {
        let stored = try await storage.read { reader in
            try reader.weeks().compactMap { try WeekRecords.read($0.id, from: reader) }
        }
        return try stored.sorted { $0.week.createdAt > $1.week.createdAt }.map { try $0.assemble() }
    }

    // MARK: In and out

    /// Takes a week in, or finds that it is there already.
    ///
    /// - Throws: `ImportFaults` with every fault; `ApplicationError.weekExists` when the week is there with another
    ///   content; `.full` when there may be no more.
    package func importWeek(_ week: Week, states: some ModelStates, now: Int64) async throws -> WeekImport.Receipt {
        if let receipt = try await receiptOfKnown(week, states: states) { return receipt }
        let incoming = WeekImport(week, definitions: definitions, limits: limits, now: now)
        do {
            return try await storage.write { try incoming.write(to: $0) }
        } catch StorageError.conflict(let reason) {
            // Somebody brought the same week in meanwhile.
            guard let receipt = try await receiptOfKnown(week, states: states) else {
                throw StorageError.conflict(reason)
            }
            return receipt
        }
    }

    /// What taking a week in would make; nothing is written.
    ///
    /// - Throws: what taking it in would throw.
    package func previewImport(_ week: Week, states: some ModelStates, now: Int64) async throws -> [WeekChange] {
        if try await receiptOfKnown(week, states: states) != nil { return week.changes(isThere: true) }
        let incoming = WeekImport(week, definitions: definitions, limits: limits, now: now)
        try await storage.read { try incoming.check($0) }
        return week.changes(isThere: false)
    }

    private func receiptOfKnown(_ week: Week, states: some ModelStates) async throws -> WeekImport.Receipt? {
        let known = try await storage.read { try WeekRecords.read(week.id, from: $0) }
        guard let known else { return nil }
        let there = Week.cleaning(try await export(week.id, states: states), definitions: definitions)
        guard there == week.source else {
            throw ApplicationError.weekExists(title: week.title)
        }
        return WeekImport.Receipt(
            weekId: week.id,
            sessions: known.sessions.map { session in
                .init(
                    id: session.id, joinCode: session.joinCode,
                    models: known.models.filter { $0.sessionID == session.id }.map { .init(id: $0.id) })
            }, wasThere: true)
    }

    /// The interchange document with everything that was written and confirmed since.
    package func export(_ id: String, states: some ModelStates) async throws -> JSONValue {
        let stored = try await week(id)
        let week = stored.taking(try await states.news(of: stored).mapValues(\.withoutItemIds))
        return week.interchange(models: try await states.states(of: week), definitions: definitions)
    }

    // MARK: Changing

    /// Adds a week that is made here.
    package func insert(_ week: Week, now: Int64) async throws {
        let incoming = WeekImport(week, definitions: definitions, limits: limits, now: now)
        _ = try await storage.write { try incoming.write(to: $0) }
    }

    /// Changes what a week says outside its sessions and models. Read and written in one transaction, so that two
    /// people's changes both count.
    ///
    /// - Returns: the week as the change left it, with its sessions, models and people.
    /// - Throws: `ImportFaults` when the result would not be a week; `ApplicationError.noSuchWeek`.
    @discardableResult
    package func patch(_ id: String, with body: JSONValue) async throws -> Week {
        let definitions = definitions
        let changed = try await storage.write { writer -> WeekRecords? in
            guard let record = try writer.week(id) else { throw ApplicationError.noSuchWeek(id) }
            let changed = try WeekEdit.patching(
                try JSONValue.parse(record.document), with: body, definitions: definitions)
            try writer.updateWeek(WeekRecord(id: id, document: changed.text(), createdAt: record.createdAt))
            if body[Week.namesDay] != nil { try Self.followNamesDay(ofWeek: id, writer) }
            return try WeekRecords.read(id, from: writer)
        }
        guard let changed else { throw ApplicationError.noSuchWeek(id) }
        return try changed.assemble()
    }

    /// A day that is set for the week holds for all of it.
    private static func followNamesDay(ofWeek id: String, _ writer: any StorageWriter) throws {
        for var session in try writer.sessions(ofWeek: id) {
            let document = try JSONValue.parse(session.document)
            guard document[Week.namesDay] != nil else { continue }
            session.document = Week.withoutOwnNamesDay(session: document).text()
            try writer.updateSession(session)
        }
    }

    /// Adds a session to a week, with a join code of its own.
    ///
    /// - Parameter grant: makes the grant of whoever is to lead the session, from its id; nil for nobody more.
    /// - Throws: `ImportFaults` when the body is not right; `ApplicationError.full`.
    package func addSession(
        _ body: JSONValue, to weekID: String, agendas: Agendas, now: Int64,
        granting grant: @escaping @Sendable (String) -> GrantRecord? = { _ in nil }
    ) async throws -> SessionRecord {
        let limits = limits
        return try await storage.write { writer in
            guard let week = try writer.week(weekID) else { throw ApplicationError.noSuchWeek(weekID) }
            let id = "s-" + NewID.make()
            let document = try WeekEdit.newSession(
                body, id: id, in: try JSONValue.parse(week.document), agendas: agendas)
            let position = try writer.sessions(ofWeek: weekID).count
            try limits.checkSessions(position + 1)
            let record = SessionRecord(
                id: id, weekID: weekID, position: position, document: document.text(), joinCode: JoinCode.make(),
                joinCodeExpiresAt: limits.joinCodeEnds(day: document["date"]?.date, now: now), createdAt: now)
            try writer.insertSession(record)
            if let grant = grant(id) { try writer.insertGrant(grant) }
            return record
        }
    }
}

extension WeekCache.Part {
    /// What tells whether it is as it was when it was read.
    fileprivate func count(in changes: WeekChanges) -> UInt64 {
        switch self {
        case .outline: changes.outline
        case .models: changes.models
        case .whole: changes.whole
        }
    }
}
