/// A table as text (RFC 4180): the one writer and the one reader of all tables, so that what one writes the other reads
/// back letter by letter. Pure.
///
/// Written as a Danish Excel opens it with a double click: a byte order mark, semicolons between the cells, CR LF between
/// the rows, every cell in quotes so that no text can begin a cell of its own, and no cell a formula (``FormulaGuard``).
///
/// Read as spreadsheets write: semicolons, commas or tabs, whatever the first row has most of (or a line `sep=;` says);
/// rows end with LF, CR LF or CR; cells may be quoted, and hold line breaks and doubled quotes. The guard is taken off.
package struct TableText: Sendable, Hashable {
    /// A row of the table.
    package struct Record: Sendable, Hashable {
        /// Of the record's first line, from 1.
        package let line: Int
        package let cells: [String]
    }

    package let records: [Record]
    /// The line of a quote that nothing ends.
    package let openQuoteLine: Int?

    /// - Parameter text: with a byte order mark or without.
    package init(_ text: String) {
        let scalars = Array(text.unicodeScalars.first == "\u{FEFF}" ? text.dropFirstScalar() : text.unicodeScalars)
        let said = Self.saidSeparator(scalars)
        var parser = Parser(separator: said?.separator ?? Self.separator(of: scalars))
        parser.read(scalars, from: said?.next ?? 0)
        (records, openQuoteLine) = (parser.records, parser.openQuoteLine)
    }

    /// - Parameter rows: none without a cell.
    package static func write(_ rows: [[String]]) -> String { mark + rows.map(line).joined() }

    /// What a table begins with, so that programs read it as UTF-8.
    package static let mark = "\u{FEFF}"

    /// A row with its end.
    package static func line(_ cells: [String]) -> String {
        var line = String.UnicodeScalarView()
        for (place, cell) in cells.enumerated() {
            if place > 0 { line.append(";") }
            line.append("\"")
            for scalar in FormulaGuard.guarding(cell).unicodeScalars {
                if scalar == "\"" { line.append(scalar) }
                line.append(scalar)
            }
            line.append("\"")
        }
        line.append(contentsOf: "\r\n".unicodeScalars)
        return String(line)
    }

    // MARK: The separator

    /// Excel's own way to say it: a first line `sep=;`.
    private static func saidSeparator(_ scalars: [Unicode.Scalar]) -> (separator: Unicode.Scalar, next: Int)? {
        guard scalars.count > 4, String(String.UnicodeScalarView(scalars[..<4])).lowercased() == "sep=" else {
            return nil
        }
        guard scalars.count == 5 || scalars[5] == "\r" || scalars[5] == "\n" else { return nil }
        return (scalars[4], 5)
    }

    /// What stands most often outside quotes in the first row.
    private static func separator(of scalars: [Unicode.Scalar]) -> Unicode.Scalar {
        let known: [Unicode.Scalar] = [";", ",", "\t"]
        var counts = known.map { _ in 0 }
        var isQuoted = false
        for scalar in scalars {
            if scalar == "\"" { isQuoted.toggle() }
            guard !isQuoted else { continue }
            if scalar == "\n" || scalar == "\r" { break }
            if let place = known.firstIndex(of: scalar) { counts[place] += 1 }
        }
        let most = counts.max() ?? 0
        return zip(known, counts).first { $1 == most }?.0 ?? ";"
    }

    // MARK: The rows

    /// Takes a text apart scalar by scalar.
    private struct Parser {
        let separator: Unicode.Scalar
        var records: [Record] = []
        var openQuoteLine: Int?
        private var cells: [String] = []
        private var cell = String.UnicodeScalarView()
        private var isQuoted = false
        /// Whether the cell began with a quote that was closed since.
        private var wasQuoted = false
        private var line = 1
        private var start = 1

        init(separator: Unicode.Scalar) {
            self.separator = separator
        }

        mutating func read(_ scalars: [Unicode.Scalar], from first: Int) {
            var previous: Unicode.Scalar?
            for scalar in scalars[first...] {
                let endsLine = scalar == "\r" || scalar == "\n" && previous != "\r"
                if endsLine { line += 1 }
                take(scalar, after: previous)
                previous = scalar
            }
            if isQuoted { openQuoteLine = start }
            line += 1
            endRecord()
        }

        private mutating func take(_ scalar: Unicode.Scalar, after previous: Unicode.Scalar?) {
            if isQuoted {
                guard scalar == "\"" else { return cell.append(scalar) }
                isQuoted = false
                wasQuoted = true
                return
            }
            switch scalar {
            case "\"":
                // A quote behind the one that ended the quoting stands for itself.
                if wasQuoted, previous == "\"" { cell.append(scalar) }
                if wasQuoted || cell.isEmpty { isQuoted = true } else { cell.append(scalar) }
            case separator: endCell()
            case "\r": endRecord()
            case "\n": if previous != "\r" { endRecord() }
            default: cell.append(scalar)
            }
        }

        private mutating func endCell() {
            cells.append(FormulaGuard.unguarding(String(cell)))
            cell = String.UnicodeScalarView()
            wasQuoted = false
        }

        /// Lines without anything are passed over; a cell of nothing in quotes is a cell.
        private mutating func endRecord() {
            let isBlank = cells.isEmpty && cell.isEmpty && !wasQuoted && !isQuoted
            if !isBlank {
                endCell()
                records.append(Record(line: start, cells: cells))
                cells = []
            }
            start = line
        }
    }
}

extension String {
    fileprivate func dropFirstScalar() -> String.UnicodeScalarView {
        String.UnicodeScalarView(unicodeScalars.dropFirst())
    }
}
