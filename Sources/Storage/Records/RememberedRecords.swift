/// What a request that made something was answered, for its being sent again. Nothing in it can be read without the
/// request's own key, which is stored nowhere.
package struct AnswerRecord: Sendable, Hashable {
    /// SHA-256 of who asked, what for, and the request's key.
    package var id: [UInt8]
    /// SHA-256 of who asked.
    package var asker: [UInt8]
    /// SHA-256 of what was asked.
    package var request: [UInt8]
    /// Sealed: it authenticates itself, and needs no checksum. Empty where it is only known that the thing was made: the
    /// server ended before it had answered, or what was answered must not be known any more.
    package var answer: [UInt8]
    /// Milliseconds since 1970.
    package var at: Int64

    package init(id: [UInt8], asker: [UInt8], request: [UInt8], answer: [UInt8], at: Int64) {
        self.id = id
        self.asker = asker
        self.request = request
        self.answer = answer
        self.at = at
    }
}

/// What a calendar of a week has told, so that the next time it tells what was changed and what is gone.
package struct ToldCalendar: Sendable, Hashable {
    /// With `name` the row's key.
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
