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

    func anonymiseParticipants(ofSession sessionID: String) throws(StorageError) -> Int {
        let count = try run(
            "UPDATE participant SET displayName = '' WHERE sessionID = ? AND displayName <> ''", [sessionID])
        try seal("participant", "sessionID = ?", [sessionID])
        return count
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
