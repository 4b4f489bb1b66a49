import GRDB

/// Reader and writer over one connection, for the length of a body. On a reading connection SQLite itself refuses to
/// write, and bodies there get only a ``StorageReader``.
///
/// Used on the connection's own queue only. Its aspects are in `SQLiteAccess+….swift`, with the rows they read.
struct SQLiteAccess: StorageWriter {
    let database: Database

    /// Every row of a statement, made by `make`. The statement is prepared once for the connection.
    func all<Record>(
        _ table: String, _ sql: String, _ arguments: StatementArguments = [],
        _ make: (StoredRow) throws(StorageError) -> Record
    ) throws(StorageError) -> [Record] {
        var records: [Record] = []
        for row in try rows(sql, arguments) {
            records.append(try make(StoredRow(row: row, table: table)))
        }
        return records
    }

    /// The first row alone is not asked of SQLite: callers name a key, or say LIMIT 1.
    func first<Record>(
        _ table: String, _ sql: String, _ arguments: StatementArguments,
        _ make: (StoredRow) throws(StorageError) -> Record
    ) throws(StorageError) -> Record? {
        try all(table, sql, arguments, make).first
    }

    /// The first column of the first row; nil for null, no row, and what is no integer.
    func number(_ sql: String, _ arguments: StatementArguments) throws(StorageError) -> Int64? {
        guard let row = try rows(sql, arguments).first else { return nil }
        let value: DatabaseValue? = row[0]
        if case .int64(let number)? = value?.storage { return number }
        return nil
    }

    /// - Returns: how many rows it changed.
    @discardableResult
    func run(_ sql: String, _ arguments: StatementArguments) throws(StorageError) -> Int {
        try StorageError.typed {
            try database.cachedStatement(sql: sql).execute(arguments: arguments)
            return database.changesCount
        }
    }

    /// For an update of one row by its id.
    func change(_ what: String, _ sql: String, _ arguments: StatementArguments) throws(StorageError) {
        guard try run(sql, arguments) > 0 else { throw .notFound(what) }
    }

    /// Gives the rows that were written, those of `condition`, their checksums: part of every write to a table of
    /// ``Schema/checkedColumns``.
    func seal(_ table: String, _ condition: String, _ arguments: StatementArguments) throws(StorageError) {
        try run("\(Schema.sealing(table)) WHERE \(condition)", arguments)
    }

    private func rows(_ sql: String, _ arguments: StatementArguments) throws(StorageError) -> [Row] {
        try StorageError.typed {
            try Row.fetchAll(try database.cachedStatement(sql: sql), arguments: arguments)
        }
    }
}
