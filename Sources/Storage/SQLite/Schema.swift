import GRDB

/// The tables, version by version. A migration that was released is never changed: the next one changes the tables.
enum Schema {
    /// Migrations are named by their number.
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1", migrate: makeFirstTables)
        migrator.registerMigration("2", migrate: addChecksums)
        migrator.registerMigration("3", migrate: makePlanTables)
        migrator.registerMigration("4", migrate: makeVersionTable)
        migrator.registerMigration("5", migrate: makeAnswerTable)
        migrator.registerMigration("6", migrate: makeAccessTables)
        migrator.registerMigration("7", migrate: makeSnapshotTable)
        migrator.registerMigration("8", migrate: makeCalendarTable)
        migrator.registerMigration("9", migrate: endParticipation)
        migrator.registerMigration("10", migrate: makeNewcomerTable)
        return migrator
    }

    static var supportedVersion: Int { version(of: migrator.migrations) }

    /// Brings the database up to date.
    /// - Throws: ``StorageError/newerVersion(found:supported:)``, with nothing changed.
    static func migrate(_ database: any DatabaseWriter) throws(StorageError) {
        try check(database)
        try StorageError.typed { try migrator.migrate(database) }
    }

    /// Changes nothing.
    /// - Returns: the version found; 0 when there are no tables of ours.
    /// - Throws: ``StorageError/newerVersion(found:supported:)``.
    @discardableResult
    static func check(_ database: any DatabaseReader) throws(StorageError) -> Int {
        let found = try StorageError.typed {
            version(of: try database.read { try migrator.appliedIdentifiers($0) })
        }
        guard found <= supportedVersion else {
            throw .newerVersion(found: found, supported: supportedVersion)
        }
        return found
    }

    private static func version(of identifiers: some Sequence<String>) -> Int {
        identifiers.compactMap { Int($0) }.max() ?? 0
    }
}
