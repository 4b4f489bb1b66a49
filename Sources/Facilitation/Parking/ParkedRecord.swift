/// A parked item as the session has it.
package struct ParkedRecord: Sendable, Hashable, Codable {
    package var item: ParkedItem
    package var isSettled: Bool
}
