package import CRDT

/// Why bytes are not a message.
package enum MessageError: Error, Hashable, Sendable {
    /// The bytes end too soon, or are not what their place in the message asks for.
    case malformed(DecodingError)
    /// A type of the message that neither y-websocket nor we have given a meaning.
    case unknownType(UInt64)
    /// A type inside a sync message that y-protocols does not know.
    case unknownSyncType(UInt64)
    /// y-protocols knows only that permission was denied.
    case unknownAuthType(UInt64)
    /// An awareness state that is not JSON would make every client that reads it throw.
    case stateIsNotJSON(client: UInt64)
    /// An awareness state longer than ``AwarenessLimits/stateBytes``.
    case stateTooLong(client: UInt64)
}

extension MessageError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .malformed(let reason): "malformed message: \(reason)"
        case .unknownType(let type): "unknown message type \(type)"
        case .unknownSyncType(let type): "unknown sync message type \(type)"
        case .unknownAuthType(let type): "unknown auth message type \(type)"
        case .stateIsNotJSON(let client): "the awareness state of client \(client) is not JSON"
        case .stateTooLong(let client): "the awareness state of client \(client) is too long"
        }
    }
}
