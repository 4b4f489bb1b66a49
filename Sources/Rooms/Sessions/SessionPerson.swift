/// Who does something in a session, for what is counted by person: the same on every connection and after each
/// reconnection.
package enum SessionPerson: Sendable, Hashable {
    case participant(String)
    /// Somebody who leads or looks on without having joined: whoever holds the token, by its hash.
    case token([UInt8])
    /// Nobody who is known by more than the connection.
    case connection(UInt64)
}
