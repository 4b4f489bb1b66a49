package import Planning

/// A document as every format tells it: written once by a composer, from then on only read by the formats' writers.
package struct ExportDocument: Sendable, Hashable {
    /// The document's name among others: a window's title, a file's metadata.
    package let title: String
    package let language: Language
    /// What stands at the head of every page: the unit, the year, the version, the archive's subject.
    package let pageHead: [String]
    package let blocks: [Block]

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
