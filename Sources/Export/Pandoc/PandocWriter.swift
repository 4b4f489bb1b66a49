import Planning

/// Writes a document as pandoc's own document tree in JSON (pandoc-types 1.22, `Text.Pandoc.Definition`). Text stays
/// text there: nothing people wrote is ever read as markup. Pure.
///
/// Straight into text: as values the tree would take many times what people wrote.
package struct PandocWriter {
    /// The JSON so far.
    private var text = ""
    private let isOver: IsOver

    private init(unless isOver: @escaping IsOver) { self.isOver = isOver }

    /// - Parameter version: of the document tree, as the pandoc that reads it says.
    package static func write(_ document: ExportDocument, version: [Int]) -> String {
        text(of: document, version, Interruption.never)
    }

    /// - Throws: `CancellationError` when it was over before it was written.
    package static func write(
        _ document: ExportDocument, version: [Int], unless isOver: @escaping IsOver
    ) throws(CancellationError) -> String {
        try Interruption.checking(isOver) { text(of: document, version, isOver) }
    }

    private static func text(of document: ExportDocument, _ version: [Int], _ isOver: @escaping IsOver) -> String {
        var writer = PandocWriter(unless: isOver)
        writer.write(document, version)
        return writer.text
    }

    /// The whole of it: version of the tree, metadata, blocks.
    private mutating func write(_ document: ExportDocument, _ version: [Int]) {
        text += #"{"pandoc-api-version":[\#(version.map(String.init).joined(separator: ","))],"meta":{"title":"#
        node("MetaInlines") { $0.words(document.title) }
        text += #","lang":"#
        let language = document.language == .danish ? "da-DK" : "en-GB"
        text += #"{"c":"\#(language)","t":"MetaString"}},"blocks":"#
        // The document's own title is its metadata, which pandoc sets as the title.
        list(document.blocks.filter { if case .heading(1, _) = $0 { false } else { true } }) { $0.write($1) }
        text += "}"
    }

    /// Styles by name: a municipality's reference document gives them their look (`StyleFiles`).
    private mutating func write(_ block: Block) {
        switch block {
        case .heading(let level, let line):
            node("Header") { writer in
                writer.text += "[\(level - 1),"
                writer.attributes()
                writer.text += ","
                writer.inlines(line)
                writer.text += "]"
            }
        case .paragraph(let line): node("Para") { $0.inlines(line) }
        case .lead(let line): styled("Ledetekst", [line])
        case .notice(let line): styled("Vigtigt", [line])
        case .origin(let line): styled("Oprindelse", [line])
        case .bullets(let items): node("BulletList") { $0.list(items) { $0.write($1) } }
        case .checklist(let lines): styled("Afkrydsning", lines.map { Line("☐ ") + $0 })
        case .table(let content): write(content)
        }
    }

    /// Paragraphs in a `Div` with a custom style, which is how pandoc hands a style on to DOCX and ODT.
    private mutating func styled(_ style: String, _ paragraphs: [Line]) {
        node("Div") { writer in
            writer.text += "["
            writer.attributes(style: style)
            writer.text += ","
            writer.list(paragraphs) { writer, line in writer.node("Para") { $0.inlines(line) } }
            writer.text += "]"
        }
    }

    /// An item is a list of blocks; its details are a list inside it.
    private mutating func write(_ item: Block.Item) {
        text += "["
        plain(item.line)
        if !item.details.isEmpty {
            text += ","
            node("BulletList") { writer in
                writer.list(item.details) { writer, line in
                    writer.text += "["
                    writer.plain(line)
                    writer.text += "]"
                }
            }
        }
        text += "]"
    }

    // MARK: Lines

    /// A line without the space that a paragraph has.
    private mutating func plain(_ line: Line) { node("Plain") { $0.inlines(line) } }

    /// Runs of a line; spaces are nodes of their own in pandoc's tree.
    private mutating func inlines(_ line: Line) {
        list(line.runs.filter { !$0.text.isEmpty }) { writer, run in
            switch run.style {
            case .plain: writer.piece(run.text)
            case .strong: writer.node("Strong") { $0.words(run.text) }
            case .emphasis: writer.node("Emph") { $0.words(run.text) }
            }
        }
    }

    private mutating func words(_ words: String) {
        text += "["
        if !words.isEmpty { piece(words) }
        text += "]"
    }

    /// What is written in one style is one piece, with the spaces in it, though pandoc has a node for each of them: for
    /// what stands in a paragraph its DOCX writer takes time that grows with the square of the number of nodes (2.17:
    /// 50 kB of words 3 s, 200 kB half a minute; as one piece 0.1 s).
    private mutating func piece(_ words: String) {
        guard !isOver() else { return }
        text += #"{"c":"#
        text += JSONValue.string(words).text()
        text += #","t":"Str"}"#
    }

    // MARK: Tables

    private mutating func write(_ table: Block.Table) {
        let whole = Double(max(1, table.widths.reduce(0, +)))
        let style = table.isWide ? "Tabeltekst" : nil
        node("Table") { writer in
            writer.text += "["
            writer.attributes()
            writer.text += ",[null,[]],"
            writer.list(table.widths) { writer, width in
                let share = JSONNumber(Double(width) / whole).map(JSONValue.number) ?? 0
                writer.text += #"[{"t":"AlignLeft"},{"c":\#(share.text()),"t":"ColWidth"}]"#
            }
            writer.text += ",["
            writer.attributes()
            writer.text += ","
            writer.list(table.head.isEmpty ? [] : [table.head.map { Line($0, .strong) }]) { $0.row($1, style) }
            // No column of row heads, though pandoc knows them: its OpenDocument writer leaves their cells out (2.17).
            writer.text += "],[["
            writer.attributes()
            writer.text += ",0,[],"
            writer.list(table.rows) { writer, cells in
                let hasHead = !table.head.isEmpty
                writer.row(hasHead ? [Line(cells.first?.text ?? "", .strong)] + cells.dropFirst() : cells, style)
            }
            writer.text += "]],["
            writer.attributes()
            writer.text += ",[]]]"
        }
    }

    private mutating func row(_ cells: [Line], _ style: String?) {
        text += "["
        attributes()
        text += ","
        list(cells) { writer, cell in
            writer.text += "["
            writer.attributes()
            writer.text += #",{"t":"AlignDefault"},1,1,["#
            if let style { writer.styled(style, [cell]) } else { writer.plain(cell) }
            writer.text += "]]"
        }
        text += "]"
    }

    // MARK: Pieces

    /// `{"t": kind, "c": content}`: every node of the tree.
    private mutating func node(_ kind: String, _ content: (inout PandocWriter) -> Void) {
        text += #"{"c":"#
        content(&self)
        text += #","t":"\#(kind)"}"#
    }

    /// An array with commas between; asks before each element whether to go on.
    private mutating func list<Element>(_ elements: [Element], _ write: (inout PandocWriter, Element) -> Void) {
        text += "["
        for (index, element) in elements.enumerated() {
            if isOver() { break }
            if index > 0 { text += "," }
            write(&self, element)
        }
        text += "]"
    }

    /// Identifier, classes and key-value pairs; the style is one of the last.
    private mutating func attributes(style: String? = nil) {
        text += style.map { #"["",[],[["custom-style","\#($0)"]]]"# } ?? #"["",[],[]]"#
    }
}
