package import Planning
package import Storage

/// Makes units' goal-plan drafts from what the models say, off the service loop.
///
/// Kept is only what a leader has taken from: a plan remembers the number of the draft that its lines came from, and
/// the leader's decisions are about the draft that they saw. Who only reads leaves nothing behind.
package struct DraftMaker: Sendable {
    private let storage: any Storage
    private let opened: OpenedDrafts
    /// How many of a unit are kept.
    private let kept: Int

    package init(
        storage: any Storage, opened: OpenedDrafts? = nil, limits: CreationLimits = CreationLimits()
    ) {
        self.storage = storage
        self.opened = opened ?? OpenedDrafts(kept: limits.drafts, bytesLimit: limits.openedDraftBytes)
        kept = limits.drafts
    }

    /// The draft as it is now, under the number that it has, or would get, when its leader opens it. Nothing is written.
    ///
    /// - Parameters:
    ///   - isOpened: whether whoever asks may take from it: it is then known by its number for a while.
    ///   - now: milliseconds since 1970.
    /// - Returns: the draft, when it was first opened, and the tag of what it says.
    /// - Throws: `ApplicationError.noSuchUnit`.
    package func draft(
        of unitID: String, in reading: WeekReading, isOpened: Bool = false, now: Int64
    ) async throws -> (draft: GoalPlanDraft, madeAt: Int64, tag: String) {
        let (draft, text) = try made(unitID, reading)
        let record = try await numbered(text, unitID, reading.week.id, isOpened: isOpened, now: now)
        return (draft.numbered(record.version), record.createdAt, ContentTag(text: text).text)
    }

    /// The draft that somebody has before them: as it is stored, as it was opened, or, where the process was started anew
    /// since, as the models still say it, if they do.
    ///
    /// - Parameters:
    ///   - tag: of what it says; nil from whoever knows its number alone.
    ///   - reading: reads the week, where that is needed.
    /// - Returns: nil where it is known no more.
    package func seen(
        _ version: Int, tag: String?, of unitID: String, inWeek weekID: String, now: Int64,
        reading: @Sendable () async throws -> WeekReading
    ) async throws -> DraftRecord? {
        let stored = try await storage.read { try $0.draft(weekID: weekID, unitID: unitID, version: version) }
        let known = stored ?? opened.opened(version, .init(weekID: weekID, unitID: unitID))
        guard let tag else { return known }
        if let known, ContentTag(text: known.document).text == tag { return known }
        let (_, text) = try made(unitID, try await reading())
        guard ContentTag(text: text).text == tag else { return nil }
        return try await numbered(text, unitID, weekID, isOpened: true, now: now)
    }

    /// Stores what was seen, in the transaction that takes from it.
    package func keep(_ draft: DraftRecord, _ writer: any StorageWriter) throws {
        let stored = try writer.draft(weekID: draft.weekID, unitID: draft.unitID, version: draft.version)
        if stored == nil { try writer.saveDraft(draft, keeping: kept) }
    }

    /// What was opened may say a name that must not be known any more.
    package func forget() { opened.forget() }

    private func made(
        _ unitID: String, _ reading: WeekReading
    ) throws -> (draft: GoalPlanDraft, text: String) {
        guard let draft = reading.draft(of: unitID, version: 0) else {
            throw ApplicationError.noSuchUnit(unitID, week: reading.week.id)
        }
        return (draft, try draft.text)
    }

    private func numbered(
        _ text: String, _ unitID: String, _ weekID: String, isOpened: Bool, now: Int64
    ) async throws -> DraftRecord {
        let latest = try await storage.read { try $0.latestDraft(weekID: weekID, unitID: unitID) }
        return opened.draft(
            text, .init(weekID: weekID, unitID: unitID), stored: latest, isOpened: isOpened, now: now)
    }
}

extension GoalPlanDraft {
    /// As it is kept.
    package var text: String {
        get throws { String(decoding: try jsonData(), as: UTF8.self) }
    }
}
