/// Why an update was refused. A document that refused one is as it was before.
package enum UpdateError: Error, Hashable, Sendable {
    /// The bytes are not an update.
    case malformed(DecodingError)
    /// More bytes than ``Limits/updateBytes``.
    case updateTooLarge(bytes: Int, limit: Int)
    /// The document would exceed ``Limits/blocks``, ``Limits/contentBytes`` or, as one update, ``Limits/updateBytes``.
    case documentTooLarge
    /// The document would know more than ``Limits/clients``, or the update brings more new ones than it may.
    case tooManyClients
    /// More would wait than ``Limits/pendingBytes`` or ``Limits/pendingDeletes`` allow.
    case tooMuchPending
}

extension UpdateError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .malformed(let reason): "malformed update: \(reason)"
        case .updateTooLarge(let bytes, let limit): "an update of \(bytes) bytes, the limit is \(limit)"
        case .documentTooLarge: "the document would grow beyond its limits"
        case .tooManyClients: "too many client ids that the document does not know"
        case .tooMuchPending: "too much would wait for updates that did not arrive"
        }
    }
}
