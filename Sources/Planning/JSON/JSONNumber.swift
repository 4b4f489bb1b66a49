/// A number of a JSON text, kept as it was written, so that a document that is read and written again keeps every
/// digit: `1.0` stays `1.0` and an integer longer than 64 bits isn't rounded.
package struct JSONNumber: Sendable, Hashable {
    /// The number as JSON writes it (RFC 8259, section 6). Two numbers are equal when they are written alike.
    package let literal: String

    /// Written as its digits.
    package init(_ value: Int) {
        literal = String(value)
    }

    /// - Returns: nil for infinities and NaN, which JSON cannot write. A whole number is written without a fraction.
    package init?(_ value: Double) {
        guard value.isFinite else { return nil }
        if let whole = Int(exactly: value), value.magnitude < 9_007_199_254_740_992 {
            literal = String(whole)
        } else {
            literal = "\(value)"
        }
    }

    /// - Parameter literal: text that the parser has found to follow JSON's grammar.
    init(checked literal: String) {
        self.literal = literal
    }

    /// The value as an integer; nil when it has a fraction or doesn't fit.
    package var int: Int? {
        if let value = Int(literal) { return value }
        return Double(literal).flatMap { Int(exactly: $0) }
    }

    /// The nearest double; infinite when the number is larger than a double can be.
    package var double: Double {
        Double(literal) ?? 0
    }
}
