import Foundation
import GRDB

/// A row read without trust: a column that holds another type than its table says is damage, not a trap.
struct StoredRow {
    let row: Row
    let table: String

    /// The value of a column that must hold text.
    func text(_ column: String) throws(StorageError) -> String {
        guard case .string(let text) = storage(column) else { throw damage(column) }
        return text
    }

    func optionalText(_ column: String) throws(StorageError) -> String? {
        if case .null = storage(column) { nil } else { try text(column) }
    }

    func integer(_ column: String) throws(StorageError) -> Int64 {
        guard case .int64(let number) = storage(column) else { throw damage(column) }
        return number
    }

    func optionalInteger(_ column: String) throws(StorageError) -> Int64? {
        if case .null = storage(column) { nil } else { try integer(column) }
    }

    func bytes(_ column: String) throws(StorageError) -> [UInt8] {
        guard case .blob(let data) = storage(column) else { throw damage(column) }
        return Array(data)
    }

    /// A word of a closed set.
    func word<Word: RawRepresentable<String>>(_ column: String) throws(StorageError) -> Word {
        guard let word = Word(rawValue: try text(column)) else { throw damage(column) }
        return word
    }

    /// - Throws: ``StorageError/corrupt(_:)`` when the row is not as it was written: its checksum, or another column.
    func checkWhole() throws(StorageError) {
        // What is looked through before it was opened may be older than the checksums.
        guard row.hasColumn("checksum") else { return }
        let values = (Schema.checkedColumns[table] ?? []).map { row[$0] as DatabaseValue? ?? .null }
        guard try integer("checksum") == RowChecksum.make(values) else { throw damage("checksum") }
    }

    /// A column that is not there reads as null: the file may be older than the column.
    private func storage(_ column: String) -> DatabaseValue.Storage {
        let value: DatabaseValue? = row[column]
        return value?.storage ?? .null
    }

    private func damage(_ column: String) -> StorageError {
        .corrupt(.row(table: table, column: column))
    }
}
