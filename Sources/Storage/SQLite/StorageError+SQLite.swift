import GRDB

extension StorageError {
    /// An error as the rest of the program knows it. SQLite's message is kept, never the statement's arguments.
    init(_ error: any Error, path: String = "the database") {
        switch error {
        case let error as StorageError: self = error
        case let error as DatabaseError: self.init(database: error, path: path)
        default: self = .io("\(type(of: error))")
        }
    }

    /// By result code, not by words, but for the one misuse that only its words tell from a fault in the program.
    private init(database error: DatabaseError, path: String) {
        let reason = error.message ?? "\(error.resultCode)"
        switch error.resultCode {
        case .SQLITE_FULL: self = .full
        case .SQLITE_CORRUPT, .SQLITE_NOTADB: self = .corrupt(.file(reason: reason))
        case .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_PERM: self = .notWritable(path: path, reason: reason)
        case .SQLITE_BUSY, .SQLITE_LOCKED: self = .inUse(path: path)
        case .SQLITE_CONSTRAINT: self = .conflict(reason)
        case .SQLITE_MISUSE where reason == "Connection is closed": self = .closed
        default: self = .io("\(reason) (\(error.extendedResultCode.rawValue))")
        }
    }

    /// Runs a call into GRDB and types its error.
    static func typed<T>(_ body: () throws -> T) throws(StorageError) -> T {
        do {
            return try body()
        } catch {
            throw StorageError(error)
        }
    }
}
