import Planning

/// Writes spreadsheets as text, by the one writer of tables (``TableText``). Pure.
package enum CSVWriter {
    package static func write(_ sheet: Spreadsheet) -> String {
        ([sheet.head] + sheet.rows).reduce(into: TableText.mark) { text, row in
            text += TableText.line(sheet.isBroughtAgain ? row : row.map(PlainText.line))
        }
    }
}
