/// What can go wrong with the storage; `description` is one line for a person who runs the server. It holds no
/// participant's text.
package enum StorageError: Error, Sendable, Hashable {
    /// The data directory or a file in it cannot be made or written.
    case notWritable(path: String, reason: String)
    /// Another running server holds this database.
    case inUse(path: String)
    /// A newer version of the program has been here. Numbers of the schema.
    case newerVersion(found: Int, supported: Int)
    /// What was stored is not what is read. Never served.
    case corrupt(CorruptPlace)
    /// The disk, or the size allowed for the database, is full. Writing resumes by itself when there is room.
    case full
    /// The disk or the database failed. Writing stops until ``Storage/reopen()``.
    case io(String)
    /// A rule of the schema forbids it: an id that is taken, a reference to nothing, a sequence out of order.
    case conflict(String)
    /// What was to be changed is not there.
    case notFound(String)
    /// More writes wait than may.
    case overloaded
    /// `Storage.close()` was called; nothing else of this kind follows.
    case closed

    /// Whether nothing more may be acknowledged before the database has been opened anew.
    package var stopsWriting: Bool {
        switch self {
        case .io, .corrupt(.file): true
        case .notWritable, .inUse, .newerVersion, .corrupt, .full, .conflict, .notFound, .overloaded, .closed: false
        }
    }
}

extension StorageError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .notWritable(let path, let reason): "Cannot write \(path): \(reason)."
        case .inUse(let path): "The database \(path) is in use by another running server."
        case .newerVersion(let found, let supported):
            "The database was made by a newer version of Samspil (schema \(found); this program knows \(supported))."
        case .corrupt(let place): "The database is damaged: \(place)."
        case .full: "The disk is full: nothing can be saved until there is room."
        case .io(let reason): "The database failed: \(reason)."
        case .conflict(let rule): "The database refused: \(rule)."
        case .notFound(let what): "There is no \(what)."
        case .overloaded: "Too many writes wait for the disk."
        case .closed: "The database is closed."
        }
    }
}

/// Where damage was found.
package enum CorruptPlace: Sendable, Hashable, CustomStringConvertible {
    /// The bytes of an update are not those that were appended.
    case update(documentID: String, sequence: Int64)
    case snapshot(documentID: String)
    /// The log goes on after a sequence that is missing, or holds one that its snapshot has replaced.
    case log(documentID: String, sequence: Int64)
    case event(sessionID: String, sequence: Int64)
    /// Of a session's history up to an event, some is missing or too much is there.
    case history(sessionID: String, through: Int64)
    /// A row holds what its table cannot hold, or, with the column `checksum`, is not as it was written.
    case row(table: String, column: String)
    /// A row refers to one that is not there.
    case reference(table: String, parent: String)
    /// The file is no database, or its pages do not fit together.
    case file(reason: String)

    package var description: String {
        switch self {
        case .update(let id, let sequence): "update \(sequence) of document \(id)"
        case .snapshot(let id): "snapshot of document \(id)"
        case .log(let id, let sequence): "log of document \(id) at \(sequence)"
        case .event(let id, let sequence): "event \(sequence) of session \(id)"
        case .history(let id, let sequence): "history of session \(id) through event \(sequence)"
        case .row(let table, "checksum"): "a row of table \(table) is not as it was written"
        case .row(let table, let column): "column \(column) of table \(table)"
        case .reference(let table, let parent): "a row of table \(table) whose row in \(parent) is missing"
        case .file(let reason): reason
        }
    }
}
