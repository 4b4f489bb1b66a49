package import Foundation
package import Planning
import Storage

/// A unit's draft and plan without a server, for the command line. Each call opens the database and closes it again.
///
/// All throw `SetupError.noSuchWeek`, also for a unit that the week doesn't have.
package struct OfflinePlan: Sendable {
    private let week: String
    private let unit: String
    private let dataDirectory: String
    private let templatesDirectory: String

    package init(unit: String, week: String, dataDirectory: String, templatesDirectory: String) {
        self.week = week
        self.unit = unit
        self.dataDirectory = dataDirectory
        self.templatesDirectory = templatesDirectory
    }

    /// The draft as it is now, as JSON. Nothing is kept of it: its version is the one that a server would give.
    package func draft() async throws -> Data {
        try await reading { storage, definitions, known in
            let states = try await StoredModelStates(storage: storage, definitions: definitions).states(of: known)
            let latest = try await storage.read { try $0.latestDraft(weekID: week, unitID: unit) }
            guard let draft = DraftMaker.make(unit, in: known, states: states, definitions) else { throw noSuchUnit }
            return try DraftMaker.numbered(draft, draft.text, after: latest, now: WallClock.now).draft.jsonData()
        }
    }

    /// The plan as JSON; an empty one where nobody has begun.
    package func export() async throws -> Data {
        try await reading { storage, _, _ in
            let plan = try await PlanArchive(storage: storage).plan(unit, inWeek: week)
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
            return try encoder.encode(plan)
        }
    }

    /// Brings a file into the plan, or nothing of it.
    ///
    /// - Returns: how many lines and items came in, and what to look at because of how the file was read.
    /// - Throws: `ImportFaults` too, or `Problem` when the plan is finished.
    package func bring(file: String) async throws -> (count: Int, notes: [LocalizedText]) {
        let definitions = try TemplateFile.definitions(in: templatesDirectory)
        let data = try TemplateFile.data(at: file, what: "The plan file")
        let isTable = [".csv", ".tsv", ".txt"].contains { file.lowercased().hasSuffix($0) }
        let plan = try isTable ? PlanFile(csv: data) : PlanFile(json: data)
        let storage = try SQLiteStorage.open(path: DatabaseFile.path(in: dataDirectory))
        return try await OfflineWeeks.closing(storage) {
            _ = try await known(WeekArchive(storage: storage, definitions: definitions))
            let result = try await PlanArchive(storage: storage).change(
                unit, inWeek: week, as: .file, by: "Administrator", at: WallClock.now
            ) { old, _ in
                guard !old.isFinished else { throw Problem.planFinished }
                return PlanArchive.Step(edits: try old.bringing(plan))
            }
            return (result.change?.edits.count ?? 0, plan.notes)
        }
    }

    private func reading(
        _ body: (SQLiteStorage, FieldDefinitions, Week) async throws -> Data
    ) async throws -> Data {
        let definitions = try TemplateFile.definitions(in: templatesDirectory)
        let storage = try SQLiteStorage.openForReading(path: DatabaseFile.path(in: dataDirectory))
        return try await OfflineWeeks.closing(storage) {
            try await body(
                storage, definitions, try await known(WeekArchive(storage: storage, definitions: definitions)))
        }
    }

    private func known(_ weeks: WeekArchive) async throws -> Week {
        let found: Week
        do {
            found = try await weeks.week(week)
        } catch let problem as Problem where problem.kind == Problem.notFound.kind {
            throw SetupError.noSuchWeek(week)
        }
        guard found.unit(unit) != nil else { throw noSuchUnit }
        return found
    }

    private var noSuchUnit: SetupError { .noSuchWeek("\(week) with unit \(unit)") }
}
