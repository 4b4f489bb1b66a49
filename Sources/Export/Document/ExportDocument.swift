package import Planning

/// A document as every format tells it: written once by a composer, from then on only read by the formats' writers.
package struct ExportDocument: Sendable, Hashable {
    /// The document's name among others: a window's title, a file's metadata.
    package let title: String
    /// Of headings and labels; people's own words stand as they wrote them.
    package let language: Language
    /// What stands at the head of every page: the unit, the year, the version, the archive's subject.
    package let pageHead: [String]
    /// In order; the first is the document's title as a heading.
    package let blocks: [Block]

    /// - Parameter pageHead: for the head of each page, where the format has pages; empty ones are left out.
    package init(title: String, language: Language, pageHead: [String], blocks: [Block]) {
        self.title = PlainText.line(title)
        self.language = language
        self.pageHead = pageHead.map(PlainText.line).filter { !$0.isEmpty }
        self.blocks = blocks
    }

    /// Bytes of its text, and a little for each piece: what making something of it costs, near enough.
    package var size: Int {
        blocks.reduce(0) { $0 + $1.lines.reduce(16) { $0 + $1.runs.reduce(16) { $0 + $1.text.utf8.count } } }
    }
}

/// A piece of a document that stands on lines of its own.
package enum Block: Sendable, Hashable {
    /// Level 1 is the document's title; levels are not left out on the way down.
    case heading(Int, Line)
    case paragraph(Line)
    /// A line that belongs to what follows it, without being a heading.
    case lead(Line)
    case bullets([Item])
    /// Things to tick off.
    case checklist([Line])
    case table(Table)
    /// What must not be overlooked.
    case notice(Line)
    /// Where the document comes from; its last block.
    case origin(Line)

    /// An element of a list, and the lines below it.
    package struct Item: Sendable, Hashable {
        /// The item itself, and below it lines that belong to it: one level, since deeper ones cannot be read aloud.
        package let line: Line
        package let details: [Line]

        /// Most items have no details.
        package init(_ line: Line, details: [Line] = []) {
            self.line = line
            self.details = details
        }
    }

    /// A table; every row has as many cells as the head.
    package struct Table: Sendable, Hashable {
        /// Empty for a table of names and values: then the first cell of each row is its heading.
        package let head: [String]
        /// Each as long as the head, where there is one.
        package let rows: [[Line]]
        /// How wide each column is, compared with the others.
        package let widths: [Int]

        /// Too many columns for letters of the usual size on a page.
        package var isWide: Bool { widths.count > 5 }

        /// - Parameters:
        ///   - head: empty for a table whose first column names its rows.
        ///   - widths: of the columns, relative to each other.
        package init(head: [String], rows: [[Line]], widths: [Int]) {
            self.head = head.map(PlainText.line)
            self.rows = rows.map { row in widths.indices.map { $0 < row.count ? row[$0] : .empty } }
            self.widths = widths
        }
    }

    /// Its text, line by line.
    var lines: [Line] {
        switch self {
        case .heading(_, let line), .paragraph(let line), .lead(let line), .notice(let line), .origin(let line): [line]
        case .bullets(let items): items.flatMap { [$0.line] + $0.details }
        case .checklist(let lines): lines
        case .table(let table): table.rows.flatMap(\.self)
        }
    }
}

/// Puts a document's blocks together, one statement a piece.
@resultBuilder
enum BlockBuilder {
    static func buildExpression(_ block: Block) -> [Block] { [block] }
    static func buildExpression(_ blocks: [Block]) -> [Block] { blocks }
    static func buildBlock(_ parts: [Block]...) -> [Block] { parts.flatMap(\.self) }
    static func buildOptional(_ part: [Block]?) -> [Block] { part ?? [] }
    static func buildEither(first part: [Block]) -> [Block] { part }
    static func buildEither(second part: [Block]) -> [Block] { part }
    static func buildArray(_ parts: [[Block]]) -> [Block] { parts.flatMap(\.self) }
}
