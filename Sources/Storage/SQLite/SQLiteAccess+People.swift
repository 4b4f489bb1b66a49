import Facilitation
import Foundation
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

extension SQLiteAccess {
    func signIn(tokenHash: [UInt8]) throws(StorageError) -> SignInRecord? {
        try first("sign_in", "SELECT * FROM sign_in WHERE tokenHash = ?", [Data(tokenHash)], SignInRecord.init)
    }

    func signIns(linkHash: [UInt8]) throws(StorageError) -> [SignInRecord] {
        try all(
            "sign_in", "SELECT * FROM sign_in WHERE linkHash = ? ORDER BY lastUsedAt DESC, firstUsedAt DESC",
            [Data(linkHash)], SignInRecord.init)
    }

    func saveSignIn(_ signIn: SignInRecord) throws(StorageError) {
        try run(
            """
            INSERT INTO sign_in (tokenHash, linkHash, browser, firstUsedAt, lastUsedAt) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (tokenHash) DO UPDATE SET lastUsedAt = excluded.lastUsedAt
            """,
            [
                Data(signIn.tokenHash), Data(signIn.linkHash), signIn.browser, signIn.firstUsedAt, signIn.lastUsedAt,
            ])
        try seal("sign_in", "tokenHash = ?", [Data(signIn.tokenHash)])
    }

    func endSignIn(tokenHash: [UInt8]) throws(StorageError) {
        try run("DELETE FROM sign_in WHERE tokenHash = ?", [Data(tokenHash)])
    }

    func endSignIns(linkHash: [UInt8]) throws(StorageError) -> Int {
        try run("DELETE FROM sign_in WHERE linkHash = ?", [Data(linkHash)])
    }

    func leaderRequests(ofWeek weekID: String) throws(StorageError) -> [LeaderRequestRecord] {
        try all(
            "leader_request", "SELECT * FROM leader_request WHERE weekID = ? ORDER BY askedAt, unitID", [weekID],
            LeaderRequestRecord.init)
    }

    func insertLeaderRequest(_ request: LeaderRequestRecord) throws(StorageError) {
        try run(
            """
            INSERT INTO leader_request (weekID, unitID, sessionID, askedAt) VALUES (?, ?, ?, ?)
            ON CONFLICT (weekID, unitID) DO NOTHING
            """,
            [request.weekID, request.unitID, request.sessionID, request.askedAt])
        try seal("leader_request", "weekID = ? AND unitID = ?", [request.weekID, request.unitID])
    }

    func removeLeaderRequest(weekID: String, unitID: String) throws(StorageError) -> Int {
        try run("DELETE FROM leader_request WHERE weekID = ? AND unitID = ?", [weekID, unitID])
    }
}

extension SignInRecord {
    init(_ row: StoredRow) throws(StorageError) {
        self.init(
            tokenHash: try row.bytes("tokenHash"), linkHash: try row.bytes("linkHash"),
            browser: try row.text("browser"), firstUsedAt: try row.integer("firstUsedAt"),
            lastUsedAt: try row.integer("lastUsedAt"))
        try row.checkWhole()
    }
}

extension LeaderRequestRecord {
    init(_ row: StoredRow) throws(StorageError) {
        self.init(
            weekID: try row.text("weekID"), unitID: try row.text("unitID"), sessionID: try row.text("sessionID"),
            askedAt: try row.integer("askedAt"))
        try row.checkWhole()
    }
}
