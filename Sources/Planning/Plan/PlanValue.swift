/// A line of an item, and what a merge has to know about it.
package struct PlanValue: Sendable, Hashable, Codable {
    package var text: String
    package var origin: PlanOrigin
    /// What the source said when a leader last decided about it: the third of the three ways. Nil when the line has
    /// never been compared with a source.
    package var source: String?
    /// The plan's revision that made it so.
    package var revision: Int

    package init(_ text: String, origin: PlanOrigin, source: String? = nil, revision: Int = 0) {
        self.text = text
        self.origin = origin
        self.source = source
        self.revision = revision
    }
}
