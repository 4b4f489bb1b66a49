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
    /// - Parameter now: milliseconds since 1970.
    /// - Returns: the draft, and when it was first opened.
    /// - Throws: `ApplicationError.noSuchUnit`.
    package func draft(
        of unitID: String, in reading: WeekReading, now: Int64
    ) async throws -> (draft: GoalPlanDraft, madeAt: Int64) {
        let (draft, place) = (try made(unitID, reading), place(of: unitID, reading.week.id))
        let (latest, next) = opened.latest(place, stored: try await stored(place))
        // To write it out takes longer than to make it: only where there is something to compare with.
        if let latest, try draft.text == latest.document { return (draft.numbered(latest.version), latest.createdAt) }
        return (draft.numbered(next), now)
    }

    /// The same for who has it before them.
    ///
    /// - Parameter mayTake: whether they may take from it: it is then known by its number for a while.
    /// - Returns: the draft, and the tag of what it says.
    package func opened(
        _ unitID: String, in reading: WeekReading, mayTake: Bool, now: Int64
    ) async throws -> (draft: GoalPlanDraft, tag: String) {
        let draft = try made(unitID, reading)
        let text = try draft.text
        let record = try await numbered(text, place(of: unitID, reading.week.id), isOpened: mayTake, now: now)
        return (draft.numbered(record.version), ContentTag(text: text).text)
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
        let place = place(of: unitID, weekID)
        let known = stored ?? opened.opened(version, place)
        guard let tag else { return known }
        if let known, ContentTag(text: known.document).text == tag { return known }
        let text = try made(unitID, try await reading()).text
        guard ContentTag(text: text).text == tag else { return nil }
        return try await numbered(text, place, isOpened: true, now: now)
    }

    /// Stores what was seen, in the transaction that takes from it.
    package func keep(_ draft: DraftRecord, _ writer: any StorageWriter) throws {
        let stored = try writer.draft(weekID: draft.weekID, unitID: draft.unitID, version: draft.version)
        if stored == nil { try writer.saveDraft(draft, keeping: kept) }
    }

    /// What was opened may say a name that must not be known any more.
    package func forget() { opened.forget() }

    /// Without a number.
    private func made(_ unitID: String, _ reading: WeekReading) throws -> GoalPlanDraft {
        guard let draft = reading.draft(of: unitID, version: 0) else {
            throw ApplicationError.noSuchUnit(unitID, week: reading.week.id)
        }
        return draft
    }

    private func place(of unitID: String, _ weekID: String) -> OpenedDrafts.Place {
        OpenedDrafts.Place(weekID: weekID, unitID: unitID)
    }

    private func stored(_ place: OpenedDrafts.Place) async throws -> DraftRecord? {
        try await storage.read { try $0.latestDraft(weekID: place.weekID, unitID: place.unitID) }
    }

    private func numbered(
        _ text: String, _ place: OpenedDrafts.Place, isOpened: Bool, now: Int64
    ) async throws -> DraftRecord {
        opened.draft(text, place, stored: try await stored(place), isOpened: isOpened, now: now)
    }
}

extension GoalPlanDraft {
    /// As it is kept.
    package var text: String {
        get throws { String(decoding: try jsonData(), as: UTF8.self) }
    }
}
