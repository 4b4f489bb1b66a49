/// Reading, inside a body of ``Storage/read(_:)`` or ``Storage/write(_:)``. Synchronous, on the database's thread. What
/// is asked for by its id is nil where it is not there; damage that is met throws ``StorageError/corrupt(_:)``.
package protocol StorageReader {
    /// In the order they were made.
    func weeks() throws(StorageError) -> [WeekRecord]
    func week(_ id: String) throws(StorageError) -> WeekRecord?

    /// By position.
    func sessions(ofWeek weekID: String) throws(StorageError) -> [SessionRecord]
    func session(_ id: String) throws(StorageError) -> SessionRecord?
    /// The session with exactly this join code, expired or not.
    func session(joinCode: String) throws(StorageError) -> SessionRecord?

    /// By session, then position.
    func models(ofWeek weekID: String) throws(StorageError) -> [ModelRecord]
    /// How many models a week has.
    func modelCount(ofWeek weekID: String) throws(StorageError) -> Int
    /// By position.
    func models(ofSession sessionID: String) throws(StorageError) -> [ModelRecord]
    func model(_ id: String) throws(StorageError) -> ModelRecord?

    /// Snapshot and log of a document; nil when it was never written. Every checksum is checked, and that the
    /// sequence has no gap.
    func document(_ id: String) throws(StorageError) -> StoredDocument?
    /// Every document there is, sorted.
    func documentIDs() throws(StorageError) -> [String]

    /// The first `count` events with a sequence above `after`, in order, checked as documents are. Up to
    /// ``SessionSnapshot/completeAfter`` only what is kept as history is there.
    func events(ofSession sessionID: String, after: Int64, upTo count: Int) throws(StorageError) -> [EventRecord]
    /// What the session had come to when its events were last replaced; nil when they never were.
    func sessionSnapshot(_ sessionID: String) throws(StorageError) -> SessionSnapshot?
    /// Bytes that documents take, snapshots and logs, in a session or in all of a week.
    func documentBytes(ofSession sessionID: String) throws(StorageError) -> Int64
    /// The same of all sessions of a week.
    func documentBytes(ofWeek weekID: String) throws(StorageError) -> Int64
    /// Bytes that the contents of kept versions take in a session.
    func versionBytes(ofSession sessionID: String) throws(StorageError) -> Int64

    /// In the order they joined.
    func participants(ofSession sessionID: String) throws(StorageError) -> [ParticipantRecord]
    func participant(_ id: String) throws(StorageError) -> ParticipantRecord?
    /// The ids of those who joined and were not seen yet, in the order they joined.
    func newcomers(ofSession sessionID: String) throws(StorageError) -> [String]

    /// Everything this token was ever granted, revoked and expired ones too. See ``GrantRecord/isValid(at:)``.
    func grants(tokenHash: [UInt8]) throws(StorageError) -> [GrantRecord]
    /// What was granted in a session, and to leaders of units in its week; revoked and expired ones too, oldest first.
    func grants(ofSession sessionID: String, inWeek weekID: String) throws(StorageError) -> [GrantRecord]
    /// The browser that this token is kept by, where it came in by a link.
    func signIn(tokenHash: [UInt8]) throws(StorageError) -> SignInRecord?
    /// The browsers that came in by a link, the last used first.
    func signIns(linkHash: [UInt8]) throws(StorageError) -> [SignInRecord]
    /// The oldest first.
    func leaderRequests(ofWeek weekID: String) throws(StorageError) -> [LeaderRequestRecord]
    /// The newest drafts' versions first.
    func drafts(weekID: String, unitID: String) throws(StorageError) -> [DraftRecord]
    /// The one with the highest version, whether or not it was blanked.
    func latestDraft(weekID: String, unitID: String) throws(StorageError) -> DraftRecord?
    /// Which drafts there are of a week, by unit and version.
    func draftKeys(ofWeek weekID: String) throws(StorageError) -> [(unitID: String, version: Int)]
    /// nil where it was never made, or was dropped for newer ones.
    func draft(weekID: String, unitID: String, version: Int) throws(StorageError) -> DraftRecord?

    /// What a calendar of the week has told; nil where nobody has asked for it.
    func toldCalendar(weekID: String, name: String) throws(StorageError) -> ToldCalendar?

    /// nil until the plan's first change was saved.
    func plan(weekID: String, unitID: String) throws(StorageError) -> PlanRecord?
    /// The plans of a week, by unit.
    func plans(ofWeek weekID: String) throws(StorageError) -> [PlanRecord]
    /// The newest first.
    func planChanges(weekID: String, unitID: String) throws(StorageError) -> [PlanChangeRecord]
    /// One step of the history, with the plan it froze.
    func planChange(weekID: String, unitID: String, revision: Int) throws(StorageError) -> PlanChangeRecord?
    /// The plans that hold something of a model.
    func planLinks(ofModel modelID: String) throws(StorageError) -> [PlanLinkRecord]

    /// The newest first, without their contents.
    func versions(ofDocument id: String) throws(StorageError) -> [VersionRecord]
    /// With its content; nil where it was dropped for newer ones.
    func version(_ number: Int64, ofDocument id: String) throws(StorageError) -> VersionRecord?
    /// The oldest first.
    func versionNumbers(ofDocument id: String) throws(StorageError) -> [Int64]

    /// What belongs to a week, a session or a model.
    func belongings(of owner: BelongingsOwner) throws(StorageError) -> Belongings

    /// What a request that made something was answered.
    func answer(_ id: [UInt8]) throws(StorageError) -> AnswerRecord?

    /// A word of the server's own, such as the hash of the administrator's token; nil where it was never set.
    func setting(_ name: String) throws(StorageError) -> String?

    /// Bytes in use: without what was freed and is used again before the file grows.
    func usedBytes() throws(StorageError) -> Int64
}

extension StorageReader {
    /// All events with a sequence above `after`.
    package func events(ofSession sessionID: String, after: Int64) throws(StorageError) -> [EventRecord] {
        try events(ofSession: sessionID, after: after, upTo: .max)
    }
}
