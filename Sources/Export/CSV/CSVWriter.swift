import Planning

/// Writes CSV (RFC 4180) as a Danish Excel opens it with a double click: UTF-8 with a byte order mark, semicolons
/// between the cells, CR LF between the rows. Pure.
///
/// No cell becomes a formula: one that a spreadsheet could take for the start of one gets an apostrophe in front
/// (OWASP, "CSV Injection"), and every cell stands in quotes, so that no text can begin a cell of its own.
package enum CSVWriter {
    package static func write(_ sheet: Spreadsheet) -> String {
        "\u{FEFF}" + ([sheet.head] + sheet.rows).map { $0.map(cell).joined(separator: ";") + "\r\n" }.joined()
    }

    private static func cell(_ text: String) -> String {
        "\"" + guarded(PlainText.line(text)).escapingScalars { $0 == "\"" ? "\"\"" : nil } + "\""
    }

    /// What a spreadsheet takes for the start of a formula. The wide forms count as well: some programs read them as
    /// the narrow ones.
    private static let starts: Set<Unicode.Scalar> = ["=", "+", "-", "@", "＝", "＋", "－", "＠", "−", "|", "%"]

    private static func guarded(_ text: String) -> String {
        // Space and punctuation in front are passed over as the most forgiving program would.
        let first = text.unicodeScalars.first { !$0.properties.isWhitespace && $0 != "\"" && $0 != "'" }
        guard let first, starts.contains(first) else { return text }
        return "'" + text
    }
}
