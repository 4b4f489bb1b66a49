/// Rows of cells under one head, for a spreadsheet.
package struct Spreadsheet: Sendable, Hashable {
    package let head: [String]
    package let rows: [[String]]

    package init(head: [String], rows: [[String]]) {
        self.head = head
        self.rows = rows
    }
}
