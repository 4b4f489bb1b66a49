/// A parked item as the session has it.
package struct ParkedRecord: Sendable, Hashable {
    package var item: ParkedItem
    package var isSettled: Bool
}
