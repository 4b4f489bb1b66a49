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
    case closed

    /// Whether nothing more may be acknowledged before the database has been opened anew.
    package var stopsWriting: Bool {
        switch self {
        case .io, .corrupt(.file): true
        case .notWritable, .inUse, .newerVersion, .corrupt, .full, .conflict, .notFound, .overloaded, .closed: false
        }
    }
}
