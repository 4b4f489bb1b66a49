import GRDB

extension SQLiteAccess {
    func usedBytes() throws(StorageError) -> Int64 {
        let pages = try number("PRAGMA page_count", []) ?? 0
        let free = try number("PRAGMA freelist_count", []) ?? 0
        return (pages - free) * (try number("PRAGMA page_size", []) ?? 0)
    }
}
