package import Foundation

/// A table that was brought: rows of one ``WeekPart``, taken apart, with every fault of its form.
package struct WeekTable: Sendable {
    /// Bytes of one file, and files at once. A municipality's goals are some hundred kilobytes.
    package static let mostBytes = 1 << 20
    /// Several for each kind of reference data; the request's bytes are bounded apart from that.
    package static let mostFiles = 30

    /// A row of the table that says something.
    struct Row: Sendable {
        /// From 1, in the file.
        let line: Int
        let id: String
        /// Only what is written.
        let cells: [(column: WeekColumn, text: String)]
    }

    package let file: String
    let part: WeekPart?
    private(set) var rows: [Row] = []
    package private(set) var faults: [ImportFault] = []
    /// What whoever chose the file should look at, because of how it was read.
    package let notes: [LocalizedText]

    /// - Parameters:
    ///   - file: what the person calls it.
    ///   - data: as ``FileText`` and ``TableText`` read them; the first row names the columns.
    package init(file: String, data: Data) {
        self.file = file
        let read: FileText
        do throws(TableFault) {
            read = try Self.text(data)
        } catch {
            (part, notes) = (nil, [])
            report(error)
            return
        }
        notes = read.notes(name: file)
        let table = TableText(read.text)
        let header = table.records.first?.cells.map { WeekNames.key($0) } ?? []
        part = WeekPart.all.first { part in
            [part.idLabel.da, part.idLabel.en].contains { WeekNames.key($0) == header.first }
        }
        self.read(table, header)
    }

    private static func text(_ data: Data) throws(TableFault) -> FileText {
        guard data.count <= mostBytes else { throw .tooLarge(limit: mostBytes) }
        do {
            return try FileText(data)
        } catch {
            throw .unreadable(error)
        }
    }

    private mutating func read(_ table: TableText, _ header: [String]) {
        if let line = table.openQuoteLine { return report(.openQuote, row: line) }
        guard let part, let first = table.records.first else {
            return report(.unknownTable(table.records.first?.cells.first?.trimmed ?? ""), row: 1)
        }
        guard let columns = columns(header, part, first) else { return }
        for record in table.records.dropFirst() { read(record, columns) }
    }

    /// By the head's names in either language; reports those that are unknown or come twice.
    private mutating func columns(_ header: [String], _ part: WeekPart, _ first: TableText.Record) -> [WeekColumn]? {
        var columns: [WeekColumn] = []
        for (key, written) in zip(header, first.cells).dropFirst() {
            let found = part.columns.first { [$0.label.da, $0.label.en].contains { WeekNames.key($0) == key } }
            guard let found else {
                report(.unknownColumn(written.trimmed), row: 1)
                continue
            }
            if columns.contains(found) { report(.columnTwice(written.trimmed), row: 1) }
            columns.append(found)
        }
        return faults.isEmpty ? columns : nil
    }

    private mutating func read(_ record: TableText.Record, _ columns: [WeekColumn]) {
        // A spreadsheet writes what was emptied as a row of nothing.
        guard !record.cells.allSatisfy(\.isBlank) else { return }
        guard record.cells.count == columns.count + 1 else {
            return report(.wrongCount(found: record.cells.count, expected: columns.count + 1), row: record.line)
        }
        let cells = zip(columns, record.cells.dropFirst()).compactMap { column, cell in
            presentText(cell).map { (column, CleanText.clean($0)) }
        }
        rows.append(Row(line: record.line, id: record.cells[0].trimmed, cells: cells))
    }

    /// - Parameter row: as a spreadsheet counts, from 1; nil for the whole file.
    private mutating func report(_ fault: TableFault, row: Int? = nil) {
        guard faults.count < InterchangeLimits.faults else { return }
        faults.append(ImportFault(file: file, row: row, column: nil, message: fault.message))
    }

    /// What a part holds, as a table that can be changed in a spreadsheet and brought again: its first row, then the
    /// items.
    package static func rows(of id: WeekPart.ID, in week: JSONValue, _ language: Language) -> [[String]] {
        let (part, names) = (WeekPart.part(id), WeekNames(week))
        let head = [part.idLabel.in(language)] + part.columns.map { $0.label.in(language).lowercased() }
        return [head]
            + part.items(in: week).map { item in
                [part.id(of: item)] + part.columns.map { $0.cell($0.value(of: item, in: week), names) }
            }
    }
}

extension ImportFault {
    /// A fault in a table.
    /// - Parameter row: the line in the file, from 1; nil where it is the whole file's.
    init(file: String, row: Int?, column: LocalizedText?, message: LocalizedText) {
        let place = [file, row.map(String.init), column?.da.lowercased()].compactMap(\.self).joined(separator: ":")
        self.init(path: place, message: message, file: file, row: row, column: column)
    }
}
