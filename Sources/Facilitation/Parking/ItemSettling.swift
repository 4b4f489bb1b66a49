/// A parked item is dealt with, or is open after all. Payload of `settleItem` and of `itemSettled`.
package struct ItemSettling: Sendable, Hashable, Codable {
    package var itemId: String
    package var settled: Bool

    package init(itemId: String, settled: Bool) {
        self.itemId = itemId
        self.settled = settled
    }
}
