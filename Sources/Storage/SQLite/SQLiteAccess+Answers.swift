import Foundation
import GRDB

extension SQLiteAccess {
    func answer(_ id: [UInt8]) throws(StorageError) -> AnswerRecord? {
        try first(
            "request_answer", "SELECT * FROM request_answer WHERE id = ?", [Data(id)],
            { (row) throws(StorageError) in
                AnswerRecord(
                    id: try row.bytes("id"), asker: try row.bytes("asker"), request: try row.bytes("request"),
                    answer: try row.bytes("answer"), at: try row.integer("at"))
            })
    }

    func keepAnswer(_ answer: AnswerRecord, since: Int64, upTo count: Int) throws(StorageError) {
        try run("DELETE FROM request_answer WHERE at < ?", [since])
        try run(
            """
            INSERT INTO request_answer (id, asker, request, answer, at) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET answer = excluded.answer WHERE length(answer) = 0
            """,
            [Data(answer.id), Data(answer.asker), Data(answer.request), Data(answer.answer), answer.at])
        try run(
            """
            DELETE FROM request_answer WHERE asker = ? AND at <
            (SELECT at FROM request_answer WHERE asker = ? ORDER BY at DESC LIMIT 1 OFFSET ?)
            """,
            [Data(answer.asker), Data(answer.asker), count - 1])
    }

    func removeAnswer(_ id: [UInt8]) throws(StorageError) {
        try run("DELETE FROM request_answer WHERE id = ?", [Data(id)])
    }

    func blankAnswers() throws(StorageError) {
        try run("UPDATE request_answer SET answer = x'' WHERE length(answer) > 0", [])
    }
}
