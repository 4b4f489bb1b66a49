import Foundation
package import Planning
package import Storage

/// Goal plans: read, and changed one transaction at a time, so that leaders who change one at the same moment do so
/// one after the other.
package struct PlanRepository: Sendable {
    private let storage: any Storage

    package init(storage: any Storage) { self.storage = storage }

    /// What a change does to a plan, decided inside the transaction.
    package struct Step: Sendable {
        package var edits: [PlanEdit] = []
        /// Sets what isn't an edit: finished, opened again.
        package var decide: (@Sendable (inout GoalPlan) -> Void)?
        /// The version, of the plan or of a draft, that this is about.
        package var version: Int?
        /// The revision whose change this takes back.
        package var undoes: Int?
        /// Keeps the plan as it is after the change.
        package var freezes = false
        /// What could not be taken back.
        package var kept: [PlanEdit] = []
        /// What to look at because of how a file was read.
        package var notes: [LocalizedText] = []
        /// Written with the change, if there is one.
        package var also: (@Sendable (any StorageWriter) throws -> Void)?

        package init(edits: [PlanEdit] = []) {
            self.edits = edits
        }
    }

    /// What a change came to, read in the transaction that made it.
    package struct Result: Sendable {
        /// As it is after the change, or was left.
        package let plan: GoalPlan
        /// Nil when nothing changed.
        package let change: PlanChange?
        /// As in the step: told to whoever asked, and stored nowhere.
        package let kept: [PlanEdit]
        package let notes: [LocalizedText]
    }

    /// The unit's plan; an empty one where nobody has begun.
    package func plan(_ unitID: String, inWeek weekID: String) async throws -> GoalPlan {
        try await storage.read { try Self.plan(unitID, weekID, $0) }
    }

    /// The plans of a week, of the units that have begun one.
    package func plans(ofWeek weekID: String) async throws -> [GoalPlan] {
        try await storage.read { try $0.plans(ofWeek: weekID) }.map { try Self.decode(GoalPlan.self, $0.document) }
    }

    /// The unit's plan, and when it was last changed: milliseconds since 1970, 0 where nobody has begun.
    package func dated(_ unitID: String, inWeek weekID: String) async throws -> (plan: GoalPlan, changedAt: Int64) {
        try await storage.read { reader in
            let plan = try Self.plan(unitID, weekID, reader)
            let change = try reader.planChange(weekID: weekID, unitID: unitID, revision: plan.revision)
            return (plan, change?.createdAt ?? 0)
        }
    }

    /// - Parameter make: what to do with the plan as it is now.
    package func change(
        _ unitID: String, inWeek weekID: String, as kind: PlanChange.Kind, by: String, at now: Int64,
        _ make: @escaping @Sendable (GoalPlan, any StorageReader) throws -> Step
    ) async throws -> Result {
        try await storage.write { writer in
            let old = try Self.plan(unitID, weekID, writer)
            let step = try make(old, writer)
            let applied = old.applying(step.edits)
            var plan = applied.plan
            if let decide = step.decide {
                decide(&plan)
                plan.revision = old.revision + 1
            }
            guard plan.revision > old.revision else {
                return Result(plan: old, change: nil, kept: step.kept, notes: step.notes)
            }
            let change = PlanChange(
                revision: plan.revision, kind: kind, at: now, by: by, version: step.version, undoes: step.undoes,
                edits: applied.edits)
            try step.also?(writer)
            try Self.save(plan, change, freezes: step.freezes, writer)
            return Result(plan: plan, change: change, kept: step.kept, notes: step.notes)
        }
    }

    /// The plan's history, newest first; empty where nobody has begun.
    package func changes(_ unitID: String, inWeek weekID: String) async throws -> [PlanChange] {
        let records = try await storage.read { try $0.planChanges(weekID: weekID, unitID: unitID) }
        return try records.map { try Self.decode(PlanChange.self, $0.document) }
    }

    /// The versions that were finished, newest first, each with the plan as it was.
    package func versions(
        _ unitID: String, inWeek weekID: String
    ) async throws -> [(change: PlanChange, plan: GoalPlan)] {
        let records = try await storage.read { try $0.planChanges(weekID: weekID, unitID: unitID) }
        return try records.compactMap { record in
            guard let frozen = record.frozen else { return nil }
            let change = try Self.decode(PlanChange.self, record.document)
            return change.kind == .finished ? (change, try Self.decode(GoalPlan.self, frozen)) : nil
        }
    }

    /// The plan as its leader showed it to citizens; nil where nothing is shown.
    package func shownToCitizens(_ unitID: String, inWeek weekID: String) async throws -> GoalPlan? {
        try await storage.read { reader in
            guard let revision = try Self.plan(unitID, weekID, reader).shownToCitizens else { return nil }
            return try reader.planChange(weekID: weekID, unitID: unitID, revision: revision)?.frozen
                .map { try Self.decode(GoalPlan.self, $0) }
        }
    }

    // MARK: As it is kept

    /// The same inside a transaction that also writes.
    package static func plan(_ unitID: String, _ weekID: String, _ reader: any StorageReader) throws -> GoalPlan {
        guard let record = try reader.plan(weekID: weekID, unitID: unitID) else {
            return GoalPlan(weekId: weekID, unitId: unitID)
        }
        return try decode(GoalPlan.self, record.document)
    }

    /// One step of the history; nil where there is none of this revision.
    package static func change(
        _ revision: Int, _ unitID: String, _ weekID: String, _ reader: any StorageReader
    ) throws -> PlanChange? {
        try reader.planChange(weekID: weekID, unitID: unitID, revision: revision)
            .map { try decode(PlanChange.self, $0.document) }
    }

    private static func save(
        _ plan: GoalPlan, _ change: PlanChange, freezes: Bool, _ writer: any StorageWriter
    ) throws {
        let document = try encode(plan)
        try writer.savePlan(
            PlanRecord(weekID: plan.weekId, unitID: plan.unitId, revision: plan.revision, document: document),
            change: PlanChangeRecord(
                weekID: plan.weekId, unitID: plan.unitId, revision: change.revision, document: try encode(change),
                frozen: freezes ? document : nil, createdAt: change.at),
            links: plan.modelLinks.map {
                PlanLinkRecord(
                    weekID: plan.weekId, unitID: plan.unitId, modelID: $0.modelId, items: $0.items,
                    contentVersion: $0.contentVersion)
            })
    }

    private static func encode(_ value: some Encodable) throws -> String {
        String(decoding: try CanonicalJSON.encode(value), as: UTF8.self)
    }

    /// - Throws: `DecodingError` of Swift's, where a newer program wrote what this one cannot read.
    package static func decode<Value: Decodable>(_ type: Value.Type, _ text: String) throws -> Value {
        try JSONDecoder().decode(type, from: Data(text.utf8))
    }
}
