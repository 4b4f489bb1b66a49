/// Keeps people's text from becoming a formula in a spreadsheet (OWASP, "CSV Injection"): a cell that a spreadsheet
/// could take for the start of one gets an apostrophe in front, which reading takes off again.
package enum FormulaGuard {
    /// What a spreadsheet takes for the start of a formula. The wide forms count as well: some programs read them as
    /// the narrow ones.
    private static let starts: Set<Unicode.Scalar> = ["=", "+", "-", "@", "＝", "＋", "－", "＠", "−", "|", "%"]

    package static func guarding(_ text: String) -> String {
        isFormula(text) ? "'" + text : text
    }

    /// The text that was guarded; any other is left as it is.
    package static func unguarding(_ text: String) -> String {
        guard text.hasPrefix("'") else { return text }
        let inner = String(text.dropFirst())
        return isFormula(inner) ? inner : text
    }

    /// Space and punctuation in front are passed over as the most forgiving program would.
    private static func isFormula(_ text: String) -> Bool {
        let first = text.unicodeScalars.first { !$0.properties.isWhitespace && $0 != "\"" && $0 != "'" }
        return first.map(starts.contains) ?? false
    }
}
