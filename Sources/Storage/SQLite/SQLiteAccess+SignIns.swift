import Foundation
import GRDB

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
