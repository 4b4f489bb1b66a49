import Facilitation
import GRDB

extension SQLiteAccess {
    func participants(ofSession sessionID: String) throws(StorageError) -> [ParticipantRecord] {
        try all(
            "participant", "SELECT * FROM participant WHERE sessionID = ? ORDER BY joinedAt, id", [sessionID],
            ParticipantRecord.init)
    }

    func participant(_ id: String) throws(StorageError) -> ParticipantRecord? {
        try first("participant", "SELECT * FROM participant WHERE id = ?", [id], ParticipantRecord.init)
    }

    func insertParticipant(_ participant: ParticipantRecord) throws(StorageError) {
        try run(
            """
            INSERT INTO participant (id, sessionID, displayName, unitID, externalID, function, role, joinedAt)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                participant.id, participant.sessionID, participant.displayName, participant.unitID,
                participant.externalID, participant.function, participant.role.rawValue, participant.joinedAt,
            ])
        try seal("participant", "id = ?", [participant.id])
    }

    func updateParticipant(_ participant: ParticipantRecord) throws(StorageError) {
        try change(
            "participant \(participant.id)",
            """
            UPDATE participant SET sessionID = ?, displayName = ?, unitID = ?, externalID = ?, function = ?, role = ?,
            joinedAt = ? WHERE id = ?
            """,
            [
                participant.sessionID, participant.displayName, participant.unitID, participant.externalID,
                participant.function, participant.role.rawValue, participant.joinedAt, participant.id,
            ])
        try seal("participant", "id = ?", [participant.id])
    }

    /// Who was waited for longest comes first.
    func newcomers(ofSession sessionID: String) throws(StorageError) -> [String] {
        try all(
            "newcomer",
            """
            SELECT participant.id FROM newcomer JOIN participant ON participant.id = newcomer.participantID
            WHERE participant.sessionID = ? ORDER BY participant.joinedAt, participant.id
            """, [sessionID], { (row) throws(StorageError) in try row.text("id") })
    }

    func expectNewcomer(_ participantID: String) throws(StorageError) {
        try run("INSERT INTO newcomer (participantID) VALUES (?) ON CONFLICT DO NOTHING", [participantID])
    }

    func newcomerArrived(_ participantID: String) throws(StorageError) {
        try run("DELETE FROM newcomer WHERE participantID = ?", [participantID])
    }

    /// Those who have no name any more are left alone, so that only changed rows are sealed again.
    func anonymiseParticipants(
        ofSession sessionID: String, joinedBefore: Int64
    ) throws(StorageError) -> [String] {
        let condition = "sessionID = ? AND joinedAt < ?"
        let named = try all(
            "participant", "SELECT id FROM participant WHERE \(condition) AND displayName <> '' ORDER BY id",
            [sessionID, joinedBefore], { (row) throws(StorageError) in try row.text("id") })
        guard !named.isEmpty else { return [] }
        try run(
            "UPDATE participant SET displayName = '' WHERE \(condition) AND displayName <> ''",
            [sessionID, joinedBefore])
        try seal("participant", condition, [sessionID, joinedBefore])
        return named
    }

    func deleteParticipant(_ id: String) throws(StorageError) {
        try change("participant \(id)", "DELETE FROM participant WHERE id = ?", [id])
    }
}

extension ParticipantRecord {
    init(_ row: StoredRow) throws(StorageError) {
        self.init(
            id: try row.text("id"), sessionID: try row.text("sessionID"), displayName: try row.text("displayName"),
            unitID: try row.optionalText("unitID"), externalID: try row.optionalText("externalID"),
            function: try row.text("function"), role: try row.word("role"), joinedAt: try row.integer("joinedAt"))
        try row.checkWhole()
    }
}
