import GRDB

extension SQLiteAccess {
    func setting(_ name: String) throws(StorageError) -> String? {
        try first(
            "setting", "SELECT value FROM setting WHERE name = ?", [name],
            { (row) throws(StorageError) in try row.text("value") })
    }

    func setSetting(_ name: String, to value: String?) throws(StorageError) {
        if let value {
            try run(
                "INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                [name, value])
        } else {
            try run("DELETE FROM setting WHERE name = ?", [name])
        }
    }
}
