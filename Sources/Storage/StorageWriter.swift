/// Writing, inside a body of ``Storage/write(_:)``. Synchronous, on the database's thread. What an id refers to must
/// exist; an id that is taken, a reference to nothing: ``StorageError/conflict(_:)``. Updating what is not there:
/// ``StorageError/notFound(_:)``.
package protocol StorageWriter: StorageReader {
    /// The three kinds of planning rows are written whole: updating replaces every column but the id.
    func insertWeek(_ week: WeekRecord) throws(StorageError)
    func updateWeek(_ week: WeekRecord) throws(StorageError)
    func insertSession(_ session: SessionRecord) throws(StorageError)
    func updateSession(_ session: SessionRecord) throws(StorageError)
    func insertModel(_ model: ModelRecord) throws(StorageError)
    func updateModel(_ model: ModelRecord) throws(StorageError)

    /// Adds to the document's log.
    /// - Returns: the update's sequence: 1, 2, 3 … for each document, without gaps.
    @discardableResult
    func appendUpdate(documentID: String, bytes: [UInt8]) throws(StorageError) -> Int64

    /// Puts `snapshot` in the place of the log up to and with `throughSequence`. What was appended after it stays.
    /// - Throws: ``StorageError/conflict(_:)`` when the log has not come that far, or is replaced further already.
    func replaceLog(documentID: String, snapshot: [UInt8], throughSequence: Int64) throws(StorageError)

    /// - Parameter at: milliseconds since 1970.
    /// - Returns: the event's sequence: 1, 2, 3 … for each session, without gaps.
    @discardableResult
    func appendEvent(sessionID: String, at: Int64, json: String) throws(StorageError) -> Int64

    /// Puts a session's state in the place of its events up to and with `throughSequence`. The last `recent` of those
    /// stay, and of the others what is history, the newest within `bound`.
    ///
    /// - Throws: ``StorageError/conflict(_:)`` when the events have not come that far, or are replaced further already.
    func replaceEvents(
        ofSession sessionID: String, by document: String, throughSequence: Int64, leaving recent: Int,
        keeping bound: HistoryBound, isHistory: (EventRecord) -> Bool
    ) throws(StorageError)

    /// Puts another state in the place of a session's, for what must not be known any more.
    /// - Throws: ``StorageError/notFound(_:)`` where its events were never replaced.
    func rewriteSnapshot(ofSession sessionID: String, document: String) throws(StorageError)

    /// A name is written here and nowhere else.
    func insertParticipant(_ participant: ParticipantRecord) throws(StorageError)
    /// Replaces every column but the id, the name among them.
    func updateParticipant(_ participant: ParticipantRecord) throws(StorageError)
    /// Somebody has joined, and no page of theirs was seen yet.
    func expectNewcomer(_ participantID: String) throws(StorageError)
    /// Somebody was seen; one who was not expected needs nothing.
    func newcomerArrived(_ participantID: String) throws(StorageError)
    /// Empties the names, and keeps unit, function and what was decided. ``Storage/eraseTraces()`` removes what is
    /// left of them in the files.
    ///
    /// - Parameter joinedBefore: milliseconds since 1970; who joined then or later keeps the name.
    /// - Returns: the ids of those who had a name.
    @discardableResult
    func anonymiseParticipants(ofSession sessionID: String, joinedBefore: Int64) throws(StorageError) -> [String]

    /// Puts other words in the place of an event's, for what must not be known any more. Its number and time stay.
    func rewriteEvent(ofSession sessionID: String, sequence: Int64, json: String) throws(StorageError)

    /// Removes a week with everything that belongs to it.
    func deleteWeek(_ id: String) throws(StorageError)
    /// Removes a session with its models, events, participants and what was granted in it.
    func deleteSession(_ id: String) throws(StorageError)
    /// Removes a model with its document and versions. What plans have taken from it stays in them.
    func deleteModel(_ id: String) throws(StorageError)
    /// Removes a participant's row and what it was granted.
    func deleteParticipant(_ id: String) throws(StorageError)
    /// Puts another content in the place of a version's. What it is called and when it was stay.
    /// - Throws: ``StorageError/notFound(_:)``.
    func rewriteVersion(_ version: VersionRecord) throws(StorageError)
    /// Removes one version of a document; one that is not there needs nothing.
    func deleteVersion(_ number: Int64, ofDocument id: String) throws(StorageError)

    /// - Returns: the grant's id. ``GrantRecord/id`` of the argument is not looked at.
    @discardableResult
    func insertGrant(_ grant: GrantRecord) throws(StorageError) -> Int64
    /// Revoking twice keeps the first time.
    /// - Throws: ``StorageError/notFound(_:)``.
    func revokeGrant(_ id: Int64, at: Int64) throws(StorageError)
    /// - Returns: how many were not revoked before.
    @discardableResult
    func revokeGrants(tokenHash: [UInt8], at: Int64) throws(StorageError) -> Int

    /// What was given to somebody as a participant is for this unit from now on; nil for an external party's.
    func moveGrants(participantID: String, toUnit unitID: String?) throws(StorageError)

    /// One that is there already keeps all but when it was last used.
    func saveSignIn(_ signIn: SignInRecord) throws(StorageError)
    /// Ends one browser's; one that is not there needs nothing.
    func endSignIn(tokenHash: [UInt8]) throws(StorageError)
    /// Ends every browser's that came in by a link.
    /// - Returns: how many.
    @discardableResult
    func endSignIns(linkHash: [UInt8]) throws(StorageError) -> Int

    /// Asked twice, the first stays.
    func insertLeaderRequest(_ request: LeaderRequestRecord) throws(StorageError)
    /// - Returns: how many there were: 0 or 1.
    @discardableResult
    func removeLeaderRequest(weekID: String, unitID: String) throws(StorageError) -> Int

    /// The draft's version must be the one after the latest, from 1.
    /// Of older ones that tell the same none is kept, and of the unit's no more than the last `count`.
    func saveDraft(_ draft: DraftRecord, keeping count: Int) throws(StorageError)

    /// Forgets what a draft said. Its number stays taken: nobody takes another for it.
    func blankDraft(weekID: String, unitID: String, version: Int) throws(StorageError)

    /// In the place of what the calendar of the name told before.
    func saveToldCalendar(_ calendar: ToldCalendar) throws(StorageError)

    /// Keeps a plan, the change that made it so, and what it holds of models, in the place of what it held before. The
    /// revision must be the one after the plan's, from 1.
    func savePlan(_ plan: PlanRecord, change: PlanChangeRecord, links: [PlanLinkRecord]) throws(StorageError)

    /// Keeps a version under the next number, and of all of the document's only the newest `count`; one with the
    /// content of the last is not kept again.
    ///
    /// - Returns: the version that holds the content now.
    @discardableResult
    func keepVersion(_ version: VersionRecord, upTo count: Int) throws(StorageError) -> VersionRecord

    /// Keeps an answer, the first where there is one by its id that says something; forgets those from before `since`,
    /// and of its asker's all but the newest `count`.
    func keepAnswer(_ answer: AnswerRecord, since: Int64, upTo count: Int) throws(StorageError)
    /// Forgets that something was asked for, so that it may be asked for anew.
    func removeAnswer(_ id: [UInt8]) throws(StorageError)
    /// Forgets all that was answered, and not that it was: answers are sealed, and nobody can tell whose names they hold.
    func blankAnswers() throws(StorageError)

    /// nil removes it.
    func setSetting(_ name: String, to value: String?) throws(StorageError)
}
