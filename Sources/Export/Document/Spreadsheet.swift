import Planning

/// Rows of cells under one head, for a spreadsheet.
package struct Spreadsheet: Sendable, Hashable {
    /// The names of the columns; every row has as many cells.
    package let head: [String]
    package let rows: [[String]]
    /// Whether it can be brought back: then every text is written letter by letter. Others are for reading, with every
    /// cell on one line and nothing in it that turns the text around.
    package let isBroughtAgain: Bool

    /// - Parameter isBroughtAgain: whether the file is one that Samspil imports: its cells must come back as they were.
    package init(head: [String], rows: [[String]], isBroughtAgain: Bool = false) {
        self.head = head
        self.rows = rows
        self.isBroughtAgain = isBroughtAgain
    }
}

/// Writes spreadsheets as text, by the one writer of tables (``TableText``). Pure.
package enum CSVWriter {
    /// UTF-8 with a byte order mark, as spreadsheet programs expect it.
    package static func write(_ sheet: Spreadsheet) -> String { text(of: sheet, Interruption.never) }

    /// - Throws: `CancellationError` when it was over before it was written.
    package static func write(_ sheet: Spreadsheet, unless isOver: IsOver) throws(CancellationError) -> String {
        try Interruption.checking(isOver) { text(of: sheet, isOver) }
    }

    private static func text(of sheet: Spreadsheet, _ isOver: IsOver) -> String {
        var text = TableText.mark
        for row in [sheet.head] + sheet.rows {
            if isOver() { break }
            text += TableText.line(sheet.isBroughtAgain ? row : row.map(PlainText.line))
        }
        return text
    }
}
