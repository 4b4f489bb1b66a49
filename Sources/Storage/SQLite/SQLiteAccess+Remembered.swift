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

extension SQLiteAccess {
    func toldCalendar(weekID: String, name: String) throws(StorageError) -> ToldCalendar? {
        try first(
            "told_calendar", "SELECT * FROM told_calendar WHERE weekID = ? AND name = ?", [weekID, name],
            ToldCalendar.init)
    }

    func saveToldCalendar(_ calendar: ToldCalendar) throws(StorageError) {
        try run(
            """
            INSERT INTO told_calendar (weekID, name, document) VALUES (?, ?, ?)
            ON CONFLICT (weekID, name) DO UPDATE SET document = excluded.document
            """, [calendar.weekID, calendar.name, calendar.document])
        try seal("told_calendar", "weekID = ? AND name = ?", [calendar.weekID, calendar.name])
    }
}

extension ToldCalendar {
    init(_ row: StoredRow) throws(StorageError) {
        self.init(weekID: try row.text("weekID"), name: try row.text("name"), document: try row.text("document"))
        try row.checkWhole()
    }
}

extension SQLiteAccess {
    func setting(_ name: String) throws(StorageError) -> String? {
        try first(
            "setting", "SELECT * FROM setting WHERE name = ?", [name],
            { (row) throws(StorageError) in try row.settingValue() })
    }

    func setSetting(_ name: String, to value: String?) throws(StorageError) {
        if let value {
            try run(
                "INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                [name, value])
            try seal("setting", "name = ?", [name])
        } else {
            try run("DELETE FROM setting WHERE name = ?", [name])
        }
    }
}

extension StoredRow {
    func settingValue() throws(StorageError) -> String {
        try checkWhole()
        return try text("value")
    }
}
