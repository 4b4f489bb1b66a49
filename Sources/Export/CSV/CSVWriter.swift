import Planning

/// Writes CSV (RFC 4180) as a Danish Excel opens it with a double click: UTF-8 with a byte order mark, semicolons
/// between the cells, CR LF between the rows. Pure.
///
/// No cell becomes a formula (``FormulaGuard``), and every cell stands in quotes, so that no text can begin a cell of its
/// own.
package enum CSVWriter {
    package static func write(_ sheet: Spreadsheet) -> String {
        "\u{FEFF}" + ([sheet.head] + sheet.rows).map { $0.map(cell).joined(separator: ";") + "\r\n" }.joined()
    }

    private static func cell(_ text: String) -> String {
        "\"" + FormulaGuard.guarding(PlainText.line(text)).escapingScalars { $0 == "\"" ? "\"\"" : nil } + "\""
    }
}
