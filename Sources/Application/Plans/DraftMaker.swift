package import Planning
package import Storage

/// Makes units' goal-plan drafts from what the models say, off the service loop.
///
/// Kept is only what a leader opens to take from: a plan remembers the number of the draft that its lines came from,
/// and the leader's decisions are about the draft that they saw. Who only reads leaves nothing behind.
package struct DraftMaker: Sendable {
    private let storage: any Storage
    package let definitions: FieldDefinitions
    /// How many of a unit are kept.
    private let kept: Int

    package init(storage: any Storage, definitions: FieldDefinitions, kept: Int = CreationLimits().drafts) {
        self.storage = storage
        self.definitions = definitions
        self.kept = kept
    }

    /// The draft as it is now, under the number that it has, or would get, when its leader opens it. Nothing is kept.
    ///
    /// - Parameter now: milliseconds since 1970.
    /// - Returns: the draft, and when it was first kept.
    /// - Throws: `ApplicationError.noSuchUnit`.
    package func draft(
        of unitID: String, in week: Week, states: [ModelState], now: Int64
    ) async throws -> (draft: GoalPlanDraft, madeAt: Int64) {
        let (draft, text) = try made(unitID, week, states)
        let weekID = week.id
        let latest = try await storage.read { try $0.latestDraft(weekID: weekID, unitID: unitID) }
        return Self.numbered(draft, text, after: latest, now: now)
    }

    /// The same, kept if the latest that was kept tells something else.
    package func opened(
        by leader: Bool, _ unitID: String, in week: Week, states: [ModelState], now: Int64
    ) async throws -> GoalPlanDraft {
        guard leader else { return try await draft(of: unitID, in: week, states: states, now: now).draft }
        let (draft, text) = try made(unitID, week, states)
        let (weekID, kept) = (week.id, kept)
        let latest = try await storage.read { try $0.latestDraft(weekID: weekID, unitID: unitID) }
        if let latest, latest.document == text { return draft.numbered(latest.version) }
        // Two who ask at once must not both take the next number: looked up again in the transaction that saves.
        return try await storage.write { writer -> GoalPlanDraft in
            let latest = try writer.latestDraft(weekID: weekID, unitID: unitID)
            let numbered = Self.numbered(draft, text, after: latest, now: now).draft
            if latest?.document != text {
                try writer.saveDraft(
                    DraftRecord(
                        weekID: weekID, unitID: unitID, version: numbered.version, profile: Profile.maalplan.rawValue,
                        document: text, createdAt: now), keeping: kept)
            }
            return numbered
        }
    }

    private func made(
        _ unitID: String, _ week: Week, _ states: [ModelState]
    ) throws -> (draft: GoalPlanDraft, text: String) {
        guard let draft = Self.make(unitID, in: week, states: states, definitions) else {
            throw ApplicationError.noSuchUnit(unitID, week: week.id)
        }
        return (draft, try draft.text)
    }

    /// Without a number; nil when the week has no such unit.
    package static func make(
        _ unitID: String, in week: Week, states: [ModelState], _ definitions: FieldDefinitions
    ) -> GoalPlanDraft? {
        GoalPlanDraft.make(unitId: unitID, week: week, models: states, definitions: definitions, version: 0)
    }

    /// The draft under its number: that of the latest that was kept when it tells the same, else the next.
    package static func numbered(
        _ draft: GoalPlanDraft, _ text: String, after latest: DraftRecord?, now: Int64
    ) -> (draft: GoalPlanDraft, madeAt: Int64) {
        guard let latest else { return (draft.numbered(1), now) }
        let isSame = latest.document == text
        return (draft.numbered(latest.version + (isSame ? 0 : 1)), isSame ? latest.createdAt : now)
    }
}

extension GoalPlanDraft {
    /// As it is kept.
    package var text: String {
        get throws { String(decoding: try jsonData(), as: UTF8.self) }
    }
}
