/// Keeps people's text from becoming a formula in a spreadsheet (OWASP, "CSV Injection"): a cell that a spreadsheet
/// could take for the start of one gets an apostrophe in front, and so does one that begins with an apostrophe of its
/// own. Taking the guard off gives exactly what was guarded, however often it is done.
package enum FormulaGuard {
    /// What a spreadsheet takes for the start of a formula. The wide forms count as well: some programs read them as
    /// the narrow ones.
    private static let starts: Set<Unicode.Scalar> = ["=", "+", "-", "@", "＝", "＋", "－", "＠", "−", "|", "%"]

    /// The text as a cell may hold it; unchanged unless a spreadsheet could take it for a formula.
    package static func guarding(_ text: String) -> String {
        needsGuard(text) ? "'" + text : text
    }

    /// The text that was guarded. Any other is left as it is: a person's own `'n` from a spreadsheet stays.
    package static func unguarding(_ text: String) -> String {
        guard text.unicodeScalars.first == "'" else { return text }
        let inner = String(String.UnicodeScalarView(text.unicodeScalars.dropFirst()))
        return needsGuard(inner) ? inner : text
    }

    /// Space, punctuation and what is not seen in front are passed over as the most forgiving program would.
    private static func needsGuard(_ text: String) -> Bool {
        if text.unicodeScalars.first == "'" { return true }
        let first = text.unicodeScalars.first { !isPassedOver($0) }
        return first.map(starts.contains) ?? false
    }

    private static func isPassedOver(_ scalar: Unicode.Scalar) -> Bool {
        if scalar == "\"" || scalar == "'" || scalar.properties.isWhitespace { return true }
        if scalar.properties.isDefaultIgnorableCodePoint { return true }
        switch scalar.properties.generalCategory {
        case .control, .format, .unassigned, .privateUse: return true
        default: return false
        }
    }
}
