import CRDT
import Foundation
package import Logging
import ModelBinding
import Planning
package import Rooms
package import Storage
package import Transport

/// Deletes people's names when their session's day has come: looked for right after the start, and whenever another day
/// has begun by the system's clock.
///
/// Sessions are taken one by one, documents and their versions one by one, each in a transaction or a reading of its
/// own, so that nobody who writes waits for more than one of them. What was cut off or failed is done again from the
/// beginning: names go last, because what is searched for is them.
@ServiceLoop
package final class NameDeletion {
    /// Of a session whose day has come.
    package struct Due: Sendable {
        package let session: SessionRecord
        /// Of those who joined, and of whom else the session's document names: what drafts and versions are searched
        /// for.
        package let names: [String]
        /// Ids of the session's models, whose documents and versions are gone through.
        package let models: [String]
    }

    /// How long after a failure it is tried again.
    private static let pause: Duration = .seconds(15)
    /// The setting that says that files may still hold what was deleted.
    package nonisolated static let tracesSetting = "tracesToErase"

    private let rooms: RoomRegistry
    private let logger: Logger
    private let timing: any LoopTiming
    private let alsoForgetting: @ServiceLoop () -> Void
    private let weeks: WeekRepository
    private var lookedOn: CalendarDate?
    private var isUnderWay = false
    private var notBefore: ContinuousClock.Instant?

    /// - Parameter alsoForgetting: lets go of what is kept in memory alone of what was answered.
    package init(
        rooms: RoomRegistry, weeks: WeekRepository, timing: any LoopTiming, logger: Logger,
        alsoForgetting: @escaping @ServiceLoop () -> Void
    ) {
        self.weeks = weeks
        self.alsoForgetting = alsoForgetting
        self.rooms = rooms
        self.timing = timing
        self.logger = logger
    }

    /// The setting that says that a session's documents have been gone through.
    package nonisolated static func setting(of sessionID: String) -> String { "namesDeleted.\(sessionID)" }

    /// Some day changed, or a week came in: names may be due that were not.
    package func lookAgain() {
        lookedOn = nil
        notBefore = nil
    }

    /// Called every few seconds; begins where there may be something to do.
    package func tick() {
        let today = WallClock.today
        guard !isUnderWay, lookedOn != today, notBefore.map({ $0 <= timing.instant }) ?? true else { return }
        isUnderWay = true
        // Whoever asks to look again meanwhile is not forgotten.
        lookedOn = today
        Task { @ServiceLoop in
            if await !run(today: today) {
                lookedOn = nil
                notBefore = timing.instant + Self.pause
            }
            isUnderWay = false
        }
    }

    /// A week or a session that cannot be read does not keep the others' names.
    ///
    /// - Returns: whether all of it was done.
    private func run(today: CalendarDate) async -> Bool {
        var failures = 0
        var weeks: [String] = []
        failures += await attempt(in: "all") { weeks = try await rooms.storage.read { try $0.weeks().map(\.id) } }
        for week in weeks {
            var sessions: [Due] = []
            failures += await attempt(in: week) { sessions = try await due(inWeek: week, today: today) }
            guard !sessions.isEmpty else { continue }
            let names = sessions.flatMap(\.names)
            let failed = await attempt(in: week) {
                try await Self.forgetDrafts(ofWeek: week, saying: names, rooms.storage)
            }
            failures += failed
            // What is searched for is the names: they stay until the drafts are without them.
            guard failed == 0 else { continue }
            for due in sessions {
                failures += await attempt(in: due.session.id) { try await forget(due, today: today) }
            }
        }
        failures += await attempt(in: "files") { try await Self.eraseTraces(rooms.storage) }
        return failures == 0
    }

    /// - Parameter place: a week or a session, for the log.
    /// - Returns: how many failures.
    private func attempt(in place: String, _ body: () async throws -> Void) async -> Int {
        do {
            try await body()
            return 0
        } catch {
            logger.error(
                "names were not deleted; it is tried again", metadata: ["place": "\(place)", "reason": "\(error)"])
            return 1
        }
    }

    /// Empties the write-ahead log where something was deleted since it was emptied last.
    package nonisolated static func eraseTraces(_ storage: any Storage) async throws {
        guard try await storage.read({ try $0.setting(tracesSetting) }) != nil else { return }
        try await storage.eraseTraces()
        try await storage.write { try $0.setSetting(tracesSetting, to: nil) }
    }

    private func due(inWeek weekID: String, today: CalendarDate) async throws -> [Due] {
        try await rooms.storage.read { try Self.due(inWeek: weekID, today: today, $0) }
    }

    private nonisolated static func due(
        inWeek weekID: String, today: CalendarDate, _ reader: any StorageReader
    ) throws -> [Due] {
        guard let record = try reader.week(weekID) else { return [] }
        let week = Week(stored: try JSONValue.parse(record.document))
        return try reader.sessions(ofWeek: weekID).compactMap { session in
            let document = try JSONValue.parse(session.document)
            let made = WallClock.date(session.createdAt)
            guard week.namesDeleted(inSession: Week.Session(document), made: made) <= today else { return nil }
            let before = WallClock.start(of: today)
            let people = try reader.participants(ofSession: session.id).filter { $0.joinedAt < before }
            let names = people.map(\.displayName).filter { !$0.isEmpty } + Week.names(inSession: document)
            guard try !names.isEmpty || reader.setting(setting(of: session.id)) == nil else { return nil }
            return Due(session: session, names: names, models: try reader.models(ofSession: session.id).map(\.id))
        }
    }

    private func forget(_ due: Due, today: CalendarDate) async throws {
        let removed = try await forgetPast(of: due.models, names: due.names)
        let (id, before) = (due.session.id, WallClock.start(of: today))
        let people = try await rooms.storage.write { writer in
            let ids = try writer.anonymiseParticipants(ofSession: id, joinedBefore: before)
            // It may have been deleted meanwhile.
            guard var session = try writer.session(id) else { return ids }
            let document = Week.withoutNames(session: try JSONValue.parse(session.document)).text()
            if document != session.document {
                session.document = document
                try writer.updateSession(session)
            }
            try writer.blankAnswers()
            try writer.setSetting(Self.setting(of: id), to: today.iso)
            try writer.setSetting(Self.tracesSetting, to: today.iso)
            return ids
        }
        try await rooms.forgetNames(of: Set(people), inSession: id, joinedBefore: before)
        forgetAnswers()
        logger.notice(
            "names were deleted, their day had come",
            metadata: ["session": "\(id)", "names": "\(due.names.count)", "versions": "\(removed)"])
    }

    /// What is remembered in memory alone, of what was answered and of what was read.
    package func forgetAnswers() {
        alsoForgetting()
        weeks.forget()
        rooms.forgetReadings()
    }

    /// Documents without what was deleted from them, and without the versions that say one of the names.
    ///
    /// - Returns: how many versions went.
    package func forgetPast(of models: [String], names: [String], authoredBy participantID: String? = nil) async throws
        -> Int
    {
        var removed = 0
        for model in models {
            removed += try await Self.removeVersions(
                of: model, saying: names, authoredBy: participantID, rooms.storage)
            try await rooms.forgetHistory(ofDocument: model, authoredBy: participantID)
        }
        return removed
    }

    /// Goal-plan drafts that say one of the names, one by one.
    package nonisolated static func forgetDrafts(
        ofWeek weekID: String, saying names: [String], _ storage: any Storage
    ) async throws {
        guard !names.isEmpty else { return }
        let finder = NameFinder(names)
        for (unitID, version) in try await storage.read({ try $0.draftKeys(ofWeek: weekID) }) {
            let says = try await storage.read { reader in
                try reader.draft(weekID: weekID, unitID: unitID, version: version)
                    .map { finder.finds(in: $0.document) } ?? false
            }
            guard says else { continue }
            try await storage.write { try $0.blankDraft(weekID: weekID, unitID: unitID, version: version) }
        }
    }

    /// What is to become of a version.
    private enum Fate: Sendable {
        case kept, removed
        case rewritten(VersionRecord)
    }

    /// - Returns: how many versions went.
    package nonisolated static func removeVersions(
        of model: String, saying names: [String], authoredBy participantID: String? = nil, _ storage: any Storage
    ) async throws -> Int {
        let finder = NameFinder(names)
        var removed = 0
        for number in try await storage.read({ try $0.versionNumbers(ofDocument: model) }) {
            let fate = try await storage.read { reader in
                try reader.version(number, ofDocument: model)
                    .map { Self.fate(of: $0, finder, authoredBy: participantID) } ?? .kept
            }
            switch fate {
            case .kept: break
            case .rewritten(let version): try await storage.write { try $0.rewriteVersion(version) }
            case .removed:
                try await storage.write { try $0.deleteVersion(number, ofDocument: model) }
                removed += 1
            }
        }
        return removed
    }

    /// A version that cannot be read goes: nobody can tell what it holds.
    private nonisolated static func fate(
        of version: VersionRecord, _ finder: NameFinder, authoredBy participantID: String?
    ) -> Fate {
        guard !version.state.isEmpty else { return .kept }
        let document = Document(clientID: 1)
        guard (try? document.apply(version.state)) != nil else { return .removed }
        let hadAuthors = CommentAuthors.forget(participantID, in: document) != nil
        if finder.finds(in: String(decoding: document.visibleJSON, as: UTF8.self)) { return .removed }
        guard hadAuthors else { return .kept }
        var rewritten = version
        rewritten.state = document.encodeStateAsUpdate()
        return .rewritten(rewritten)
    }
}
