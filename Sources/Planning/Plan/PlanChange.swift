/// One step in a plan's history: what was done, and every edit of it.
package struct PlanChange: Sendable, Hashable, Codable {
    package enum Kind: String, Sendable, Hashable, Codable {
        case written, imported, undone, file, carriedOver, finished, reopened
        /// The common parts of all units' agreements.
        case common
        /// Another governance system chosen.
        case profile
        /// Shown to citizens as it stood, and no longer shown.
        case shown, hidden
    }

    /// The plan's revision after it.
    package let revision: Int
    package let kind: Kind
    /// Milliseconds since 1970.
    package let at: Int64
    /// A function, never a name.
    package let by: String
    /// The draft's version for what was imported, the plan's for what was finished or opened again.
    package var version: Int?
    /// The revision that was taken back.
    package var undoes: Int?
    package let edits: [PlanEdit]

    package init(
        revision: Int, kind: Kind, at: Int64, by: String, version: Int? = nil, undoes: Int? = nil,
        edits: [PlanEdit] = []
    ) {
        self.revision = revision
        self.kind = kind
        self.at = at
        self.by = by
        self.version = version
        self.undoes = undoes
        self.edits = edits
    }
}
