package import Foundation

/// A table that was brought: rows of one ``WeekPart``, taken apart, with every fault of its form.
package struct WeekTable: Sendable {
    /// Bytes of one file, and files at once. A municipality's goals are some hundred kilobytes.
    package static let mostBytes = 1 << 20
    package static let mostFiles = 30

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

    /// - Parameters:
    ///   - file: what the person calls it.
    ///   - data: semicolons or commas, UTF-8 with or without a mark; the first row names the columns.
    package init(file: String, data: Data) {
        self.file = file
        guard data.count <= Self.mostBytes else {
            part = nil
            report(.tooLarge(limit: Self.mostBytes))
            return
        }
        let csv = CSVText(data)
        let header = csv.records.first?.fields.map { WeekNames.key($0) } ?? []
        part = WeekPart.all.first { part in
            [part.idLabel.da, part.idLabel.en].contains { WeekNames.key($0) == header.first }
        }
        read(csv, header)
    }

    private mutating func read(_ csv: CSVText, _ header: [String]) {
        if !csv.isText { return report(.notUTF8) }
        if let line = csv.openQuoteLine { return report(.openQuote, row: line) }
        guard let part, let first = csv.records.first else {
            return report(.unknownTable(csv.records.first?.fields.first?.trimmed ?? ""), row: 1)
        }
        guard let columns = columns(header, part, first) else { return }
        for record in csv.records.dropFirst() { read(record, columns) }
    }

    private mutating func columns(_ header: [String], _ part: WeekPart, _ first: CSVText.Record) -> [WeekColumn]? {
        var columns: [WeekColumn] = []
        for (key, written) in zip(header, first.fields).dropFirst() {
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

    private mutating func read(_ record: CSVText.Record, _ columns: [WeekColumn]) {
        // A spreadsheet writes what was emptied as a row of nothing.
        guard !record.fields.allSatisfy(\.isBlank) else { return }
        guard record.fields.count == columns.count + 1 else {
            return report(.wrongCount(found: record.fields.count, expected: columns.count + 1), row: record.line)
        }
        let cells = zip(columns, record.fields.dropFirst()).compactMap { column, field in
            presentText(field).map { (column, FormulaGuard.unguarding($0.trimmed)) }
        }
        rows.append(Row(line: record.line, id: record.fields[0].trimmed, cells: cells))
    }

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
