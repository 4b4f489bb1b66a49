/// Why a document can't show a moment of its past.
package enum SnapshotError: Error, Hashable, Sendable {
    /// The document forgets what is deleted; version history needs one that doesn't.
    case contentIsForgotten
    /// The snapshot tells of something that this document does not know.
    case isAhead
}

extension SnapshotError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .contentIsForgotten: "the document does not keep what is deleted"
        case .isAhead: "the snapshot is of something that the document does not know yet"
        }
    }
}
