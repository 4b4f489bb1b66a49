/// Why an update was refused. A document that refused one is as it was before.
package enum UpdateError: Error, Hashable, Sendable {
    /// The bytes are not an update.
    case malformed(DecodingError)
    /// More bytes than ``Limits/updateBytes``.
    case updateTooLarge(bytes: Int, limit: Int)
    /// The document would exceed ``Limits/blocks``, ``Limits/contentBytes`` or ``Limits/clients``.
    case documentTooLarge
    /// More would wait than ``Limits/pendingBytes`` or ``Limits/pendingDeletes`` allow.
    case tooMuchPending
}

extension UpdateError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .malformed(let reason): "malformed update: \(reason)"
        case .updateTooLarge(let bytes, let limit): "an update of \(bytes) bytes, the limit is \(limit)"
        case .documentTooLarge: "the document would grow beyond its limits"
        case .tooMuchPending: "too much would wait for updates that did not arrive"
        }
    }
}
