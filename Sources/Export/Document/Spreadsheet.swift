import Planning

/// Rows of cells under one head, for a spreadsheet.
package struct Spreadsheet: Sendable, Hashable {
    package let head: [String]
    package let rows: [[String]]
    /// Whether it can be brought back: then every text is written letter by letter. Others are for reading, with every
    /// cell on one line and nothing in it that turns the text around.
    package let isBroughtAgain: Bool

    package init(head: [String], rows: [[String]], isBroughtAgain: Bool = false) {
        self.head = head
        self.rows = rows
        self.isBroughtAgain = isBroughtAgain
    }
}

/// Writes spreadsheets as text, by the one writer of tables (``TableText``). Pure.
package enum CSVWriter {
    package static func write(_ sheet: Spreadsheet) -> String {
        ([sheet.head] + sheet.rows).reduce(into: TableText.mark) { text, row in
            text += TableText.line(sheet.isBroughtAgain ? row : row.map(PlainText.line))
        }
    }
}
