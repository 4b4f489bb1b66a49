/// What a calendar of a week has told, so that the next time it tells what was changed and what is gone.
package struct ToldCalendar: Sendable, Hashable {
    package var weekID: String
    /// Whose calendar: unique in the week.
    package var name: String
    /// JSON; no words of anybody's.
    package var document: String

    package init(weekID: String, name: String, document: String) {
        self.weekID = weekID
        self.name = name
        self.document = document
    }
}
