/// How a line of a draft stands to the plan. A whole item has the status of the line that needs a leader most.
package enum PlanOfferStatus: String, Sendable, Hashable, Codable, CaseIterable {
    /// The plan says the same.
    case same
    /// The plan says something else, the leader wanted it so, and the source hasn't changed since.
    case kept
    /// The whole item was refused, and the source hasn't changed since.
    case refused
    /// The plan says nothing here.
    case new
    /// The source has changed since it was taken; the plan has not.
    case changed
    /// Both have changed, or each was written by itself.
    case conflicting

    package var isOpen: Bool {
        switch self {
        case .new, .changed, .conflicting: true
        case .same, .kept, .refused: false
        }
    }

    /// Which of an item's lines gives the item its status: the largest.
    var weight: Int {
        switch self {
        case .same: 0
        case .kept: 1
        case .refused: 2
        case .new: 3
        case .changed: 4
        case .conflicting: 5
        }
    }
}
