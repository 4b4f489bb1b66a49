import Foundation
package import Storage

/// The folder that holds the database, for commands that work without a server. Each call opens the database and closes
/// it again, which leaves one file without a log beside it, also when the work fails.
package struct DataDirectory: Sendable {
    /// As it was given: relative to where the program was started, or absolute.
    package let path: String

    package init(_ path: String) { self.path = path }

    /// SQLite keeps two more files beside it, and the server a lock.
    package var database: String { path + "/samspil.sqlite" }

    /// Beside a running server too.
    package func reading<T: Sendable>(_ body: (SQLiteStorage) async throws -> T) async throws -> T {
        try await closing(SQLiteStorage.openForReading(path: database), body)
    }

    /// Makes the database where there is none.
    ///
    /// - Throws: `StorageError.inUse` while a server runs.
    package func writing<T: Sendable>(_ body: (SQLiteStorage) async throws -> T) async throws -> T {
        try await closing(SQLiteStorage.open(path: database), body)
    }

    /// The same in a database that must be there.
    ///
    /// - Throws: `SetupError.noData` too.
    package func changing<T: Sendable>(_ body: (SQLiteStorage) async throws -> T) async throws -> T {
        guard FileManager.default.fileExists(atPath: database) else { throw SetupError.noData(directory: path) }
        return try await writing(body)
    }

    private func closing<T: Sendable>(
        _ storage: SQLiteStorage, _ body: (SQLiteStorage) async throws -> T
    ) async throws -> T {
        do {
            let value = try await body(storage)
            await storage.close()
            return value
        } catch {
            await storage.close()
            throw error
        }
    }
}
