/// A command that was refused, with a reason that the page shows.
package struct Refusal: Error, Sendable, Hashable, CustomStringConvertible {
    package var code: RefusalCode
    /// What it concerns: ids of the empty fields for `fieldsMissing`, the member's name for a text or date.
    package var fields: [String]

    package init(_ code: RefusalCode, fields: [String] = []) {
        self.code = code
        self.fields = fields
    }

    package var description: String { code.rawValue }
}
