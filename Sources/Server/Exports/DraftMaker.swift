import Planning
import Storage

/// Makes units' goal-plan drafts from what the models say, off the service loop, and keeps each that tells something
/// new, so that it can be said later what a leader saw.
struct DraftMaker: Sendable {
    let storage: any Storage
    let definitions: FieldDefinitions

    /// The draft as it is now, with the next version number if it tells something new.
    ///
    /// - Parameter now: milliseconds since 1970.
    /// - Returns: the draft, and when this version was first made.
    /// - Throws: `Problem.notFound` when the week has no such unit.
    func draft(
        of unitID: String, in week: Week, states: [ModelState], now: Int64
    ) async throws -> (draft: GoalPlanDraft, madeAt: Int64) {
        let definitions = definitions
        let make: @Sendable (Int) throws -> GoalPlanDraft = { version in
            guard
                let draft = GoalPlanDraft.make(
                    unitId: unitID, week: week, models: states, definitions: definitions, version: version)
            else { throw Problem.notFound }
            return draft
        }
        let weekID = week.id
        let latest = try await storage.read { try $0.latestDraft(weekID: weekID, unitID: unitID) }
        let found = try Self.numbered(after: latest, make)
        if let latest, !found.isNew { return (found.draft, latest.createdAt) }
        // Two who ask at once must not both take the next number: looked up again in the transaction that saves.
        return try await storage.write { writer -> (draft: GoalPlanDraft, madeAt: Int64) in
            let latest = try writer.latestDraft(weekID: weekID, unitID: unitID)
            let (draft, isNew) = try Self.numbered(after: latest, make)
            if let latest, !isNew { return (draft, latest.createdAt) }
            try writer.saveDraft(
                DraftRecord(
                    weekID: weekID, unitID: unitID, version: draft.version, profile: Profile.maalplan.rawValue,
                    document: try draft.text, createdAt: now))
            return (draft, now)
        }
    }

    /// The draft under its number: that of the latest that was kept when it tells the same, else the next.
    static func numbered(
        after latest: DraftRecord?, _ make: (Int) throws -> GoalPlanDraft
    ) throws -> (draft: GoalPlanDraft, isNew: Bool) {
        if let latest {
            let same = try make(latest.version)
            if try same.text == latest.document { return (same, false) }
        }
        return (try make((latest?.version ?? 0) + 1), true)
    }
}

extension GoalPlanDraft {
    /// As it is kept.
    fileprivate var text: String {
        get throws { String(decoding: try jsonData(), as: UTF8.self) }
    }
}
