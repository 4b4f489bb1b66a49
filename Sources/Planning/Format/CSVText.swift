package import Foundation

/// A text of separated values, taken apart (RFC 4180): fields may be quoted, and hold line breaks and doubled quotes.
/// The separator is what the first line has most of, semicolon or comma; Danish Excel writes semicolons.
package struct CSVText: Sendable, Hashable {
    package struct Record: Sendable, Hashable {
        /// Of the record's first line, from 1.
        package let line: Int
        package let fields: [String]
    }

    package let records: [Record]
    /// The line of a quote that nothing ends, and whether the bytes are UTF-8.
    package let openQuoteLine: Int?
    package let isText: Bool

    package init(_ data: Data) {
        guard let decoded = String(validating: data, as: UTF8.self) else {
            (records, openQuoteLine, isText) = ([], nil, false)
            return
        }
        let hasMark = decoded.unicodeScalars.first == "\u{FEFF}"
        let text = hasMark ? String(decoded.unicodeScalars.dropFirst()) : decoded
        let first = text.prefix { !$0.isNewline }
        let separator: UnicodeScalar = first.contains(";") || !first.contains(",") ? ";" : ","
        var parser = Parser(separator: separator)
        parser.read(text)
        (records, openQuoteLine, isText) = (parser.records, parser.openQuoteLine, true)
    }

    private struct Parser {
        let separator: UnicodeScalar
        var records: [Record] = []
        var openQuoteLine: Int?
        private var fields: [String] = []
        private var field = String.UnicodeScalarView()
        private var isQuoted = false
        private var wasQuoted = false
        private var line = 1
        private var start = 1

        init(separator: UnicodeScalar) {
            self.separator = separator
        }

        mutating func read(_ text: String) {
            var previous: UnicodeScalar?
            for scalar in text.unicodeScalars {
                take(scalar, after: previous)
                if scalar == "\n" { line += 1 }
                previous = scalar
            }
            if isQuoted { openQuoteLine = start }
            endRecord()
        }

        private mutating func take(_ scalar: UnicodeScalar, after previous: UnicodeScalar?) {
            if isQuoted {
                guard scalar == "\"" else { return field.append(scalar) }
                isQuoted = false
                wasQuoted = true
            } else if scalar == "\"" {
                // A quote behind the one that ended the quoting stands for itself.
                if wasQuoted, previous == "\"" { field.append(scalar) }
                if wasQuoted || field.isEmpty { isQuoted = true } else { field.append(scalar) }
            } else if scalar == separator {
                endField()
            } else if scalar == "\n" {
                endRecord()
            } else if scalar != "\r" {
                field.append(scalar)
            }
        }

        private mutating func endField() {
            fields.append(String(field))
            field = String.UnicodeScalarView()
            wasQuoted = false
        }

        /// Lines without anything are passed over.
        private mutating func endRecord() {
            let isBlank = fields.isEmpty && field.isEmpty
            endField()
            if !isBlank { records.append(Record(line: start, fields: fields)) }
            fields = []
            start = line + 1
        }
    }
}
