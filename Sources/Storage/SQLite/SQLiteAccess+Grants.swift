import Facilitation
import Foundation
import GRDB

extension SQLiteAccess {
    func grants(tokenHash: [UInt8]) throws(StorageError) -> [GrantRecord] {
        try all(
            "access_grant", "SELECT * FROM access_grant WHERE tokenHash = ? ORDER BY id", [Data(tokenHash)],
            GrantRecord.init)
    }

    func grants(ofSession sessionID: String, inWeek weekID: String) throws(StorageError) -> [GrantRecord] {
        try all(
            "access_grant",
            """
            SELECT * FROM access_grant
            WHERE sessionID = ? OR (sessionID IS NULL AND weekID = ? AND role = 'leader') ORDER BY id
            """,
            [sessionID, weekID], GrantRecord.init)
    }

    func insertGrant(_ grant: GrantRecord) throws(StorageError) -> Int64 {
        try run(
            """
            INSERT INTO access_grant
            (tokenHash, role, weekID, sessionID, unitID, participantID, createdAt, expiresAt, revokedAt)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                Data(grant.tokenHash), grant.role.rawValue, grant.weekID, grant.sessionID, grant.unitID,
                grant.participantID, grant.createdAt, grant.expiresAt, grant.revokedAt,
            ])
        let id = database.lastInsertedRowID
        try seal("access_grant", "id = ?", [id])
        return id
    }

    func revokeGrant(_ id: Int64, at: Int64) throws(StorageError) {
        try change("grant \(id)", "UPDATE access_grant SET revokedAt = ifnull(revokedAt, ?) WHERE id = ?", [at, id])
        try seal("access_grant", "id = ?", [id])
    }

    func moveGrants(participantID: String, toUnit unitID: String?) throws(StorageError) {
        try run("UPDATE access_grant SET unitID = ? WHERE participantID = ?", [unitID, participantID])
        try seal("access_grant", "participantID = ?", [participantID])
    }

    func revokeGrants(tokenHash: [UInt8], at: Int64) throws(StorageError) -> Int {
        let count = try run(
            "UPDATE access_grant SET revokedAt = ? WHERE tokenHash = ? AND revokedAt IS NULL", [at, Data(tokenHash)])
        try seal("access_grant", "tokenHash = ?", [Data(tokenHash)])
        return count
    }
}

extension GrantRecord {
    init(_ row: StoredRow) throws(StorageError) {
        self.init(
            id: try row.integer("id"), tokenHash: try row.bytes("tokenHash"), role: try row.word("role"),
            weekID: try row.optionalText("weekID"), sessionID: try row.optionalText("sessionID"),
            unitID: try row.optionalText("unitID"), participantID: try row.optionalText("participantID"),
            createdAt: try row.integer("createdAt"), expiresAt: try row.optionalInteger("expiresAt"),
            revokedAt: try row.optionalInteger("revokedAt"))
        try row.checkWhole()
    }
}
