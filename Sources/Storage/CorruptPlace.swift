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
