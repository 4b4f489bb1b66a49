/// One of the values a choice column offers.
package struct ColumnChoice: Sendable, Hashable {
    package let value: String
    package let label: LocalizedText
    /// The levels that offer it; empty means all.
    package let levels: Set<Level>
}
