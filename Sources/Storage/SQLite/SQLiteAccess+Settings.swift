import GRDB

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
