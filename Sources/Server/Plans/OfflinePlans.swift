package import Foundation
import Planning
import Storage

/// Drafts and plans without a server, for the command line.
package enum OfflinePlans {
    /// A unit's draft as it is now, as JSON. Nothing is kept of it: its version is the one that a server would give.
    ///
    /// - Throws: `SetupError.noSuchWeek` also for a unit that the week doesn't have.
    package static func draft(
        unit: String, week: String, dataDirectory: String, templatesDirectory: String
    ) async throws -> Data {
        let definitions = try TemplateFile.definitions(in: templatesDirectory)
        let storage = try SQLiteStorage.openForReading(path: DatabaseFile.path(in: dataDirectory))
        return try await OfflineWeeks.closing(storage) {
            let known = try await known(week, unit, WeekArchive(storage: storage, definitions: definitions))
            let states = try await StoredModelStates(storage: storage, definitions: definitions).states(of: known)
            let latest = try await storage.read { try $0.latestDraft(weekID: week, unitID: unit) }
            func make(_ version: Int) throws -> Data? {
                try GoalPlanDraft.make(
                    unitId: unit, week: known, models: states, definitions: definitions, version: version)?.jsonData()
            }
            let same = try make(latest?.version ?? 1)
            let isNew = latest.map { Data($0.document.utf8) != same } ?? false
            guard let draft = try isNew ? make((latest?.version ?? 0) + 1) : same else {
                throw SetupError.noSuchWeek("\(week) with unit \(unit)")
            }
            return draft
        }
    }

    /// A unit's plan as JSON; an empty one where nobody has begun.
    package static func export(
        unit: String, week: String, dataDirectory: String, templatesDirectory: String
    ) async throws -> Data {
        let definitions = try TemplateFile.definitions(in: templatesDirectory)
        let storage = try SQLiteStorage.openForReading(path: DatabaseFile.path(in: dataDirectory))
        return try await OfflineWeeks.closing(storage) {
            _ = try await known(week, unit, WeekArchive(storage: storage, definitions: definitions))
            let plan = try await PlanArchive(storage: storage).plan(unit, inWeek: week)
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
            return try encoder.encode(plan)
        }
    }

    /// Brings a file into a unit's plan, or nothing of it.
    ///
    /// - Returns: how many lines and items came in.
    /// - Throws: `ImportFaults`, or `Problem` when the plan is finished.
    package static func bring(
        file: String, unit: String, week: String, dataDirectory: String, templatesDirectory: String
    ) async throws -> Int {
        let definitions = try TemplateFile.definitions(in: templatesDirectory)
        let data = try TemplateFile.data(at: file, what: "The plan file")
        let plan = try file.lowercased().hasSuffix(".csv") ? PlanFile(csv: data) : PlanFile(json: data)
        let storage = try SQLiteStorage.open(path: DatabaseFile.path(in: dataDirectory))
        return try await OfflineWeeks.closing(storage) {
            _ = try await known(week, unit, WeekArchive(storage: storage, definitions: definitions))
            let result = try await PlanArchive(storage: storage).change(
                unit, inWeek: week, as: .file, by: "Administrator", at: WallClock.now
            ) { old, _ in
                guard !old.isFinished else { throw Problem.planFinished }
                return PlanArchive.Step(edits: try old.bringing(plan))
            }
            return result.change?.edits.count ?? 0
        }
    }

    private static func known(_ week: String, _ unit: String, _ weeks: WeekArchive) async throws -> Week {
        let found: Week
        do {
            found = try await weeks.week(week)
        } catch let problem as Problem where problem.kind == Problem.notFound.kind {
            throw SetupError.noSuchWeek(week)
        }
        guard found.unit(unit) != nil else { throw SetupError.noSuchWeek("\(week) with unit \(unit)") }
        return found
    }
}
