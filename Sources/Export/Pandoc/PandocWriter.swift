import Planning

/// Writes a document as pandoc's own document tree in JSON (pandoc-types 1.22, `Text.Pandoc.Definition`). Text stays
/// text there: nothing people wrote is ever read as markup. Pure.
package enum PandocWriter {
    /// - Parameter version: of the document tree, as the pandoc that reads it says.
    package static func write(_ document: ExportDocument, version: [Int]) -> String {
        let isDanish = document.language == .danish
        let tree: JSONValue = [
            "pandoc-api-version": .array(version.map(JSONValue.integer)),
            "meta": [
                "title": node("MetaInlines", .array(words(document.title))),
                "lang": node("MetaString", .string(isDanish ? "da-DK" : "en-GB")),
            ],
            "blocks": .array(document.blocks.compactMap(block)),
        ]
        return tree.text()
    }

    /// Nil for the document's own title: that is its metadata, which pandoc sets as the title.
    private static func block(_ block: Block) -> JSONValue? {
        switch block {
        case .heading(1, _): nil
        case .heading(let level, let text):
            node("Header", [.integer(level - 1), attributes(), .array(inlines(text))])
        case .paragraph(let text): node("Para", .array(inlines(text)))
        case .lead(let text): styled("Ledetekst", [text])
        case .notice(let text): styled("Vigtigt", [text])
        case .origin(let text): styled("Oprindelse", [text])
        case .bullets(let items): list(items.map(item))
        case .checklist(let lines): styled("Afkrydsning", lines.map { Line("☐ ") + $0 })
        case .table(let content): table(content)
        }
    }

    private static func styled(_ style: String, _ paragraphs: [Line]) -> JSONValue {
        node("Div", [attributes(style: style), .array(paragraphs.map { node("Para", .array(inlines($0))) })])
    }

    // MARK: Lists

    private static func list(_ items: [[JSONValue]]) -> JSONValue {
        node("BulletList", .array(items.map(JSONValue.array)))
    }

    private static func item(_ item: Block.Item) -> [JSONValue] {
        let details = item.details.isEmpty ? [] : [list(item.details.map { [plain($0)] })]
        return [plain(item.line)] + details
    }

    private static func plain(_ text: Line) -> JSONValue {
        node("Plain", .array(inlines(text)))
    }

    // MARK: Lines

    private static func inlines(_ line: Line) -> [JSONValue] {
        line.runs.flatMap { run in
            switch run.style {
            case .plain: words(run.text)
            case .strong: [node("Strong", .array(words(run.text)))]
            case .emphasis: [node("Emph", .array(words(run.text)))]
            }
        }
    }

    private static func words(_ text: String) -> [JSONValue] {
        var words: [JSONValue] = []
        for (index, word) in text.split(separator: " ", omittingEmptySubsequences: false).enumerated() {
            if index > 0 { words.append(node("Space")) }
            if !word.isEmpty { words.append(node("Str", .string(String(word)))) }
        }
        return words
    }

    // MARK: Tables

    private static func table(_ table: Block.Table) -> JSONValue {
        let whole = Double(max(1, table.widths.reduce(0, +)))
        let columns = table.widths.map { width -> JSONValue in
            [node("AlignLeft"), node("ColWidth", share(width, of: whole))]
        }
        let style = table.isWide ? "Tabeltekst" : nil
        let head = table.head.isEmpty ? [] : [row(table.head.map { Line($0, .strong) }, style)]
        let rows = table.rows.map { cells in
            row(table.head.isEmpty ? [Line(cells.first?.text ?? "", .strong)] + cells.dropFirst() : cells, style)
        }
        // No column of row heads, though pandoc knows them: its OpenDocument writer leaves their cells out (2.17).
        let body: JSONValue = [attributes(), 0, [], .array(rows)]
        return node(
            "Table",
            [
                attributes(), [.null, []], .array(columns), [attributes(), .array(head)], [body], [attributes(), []],
            ])
    }

    private static func share(_ width: Int, of whole: Double) -> JSONValue {
        JSONNumber(Double(width) / whole).map(JSONValue.number) ?? 0
    }

    private static func row(_ cells: [Line], _ style: String?) -> JSONValue {
        let cells = cells.map { cell -> JSONValue in
            let content = style.map { styled($0, [cell]) } ?? plain(cell)
            return [attributes(), node("AlignDefault"), 1, 1, [content]]
        }
        return [attributes(), .array(cells)]
    }

    // MARK: Pieces

    private static func node(_ kind: String, _ content: JSONValue? = nil) -> JSONValue {
        guard let content else { return ["t": .string(kind)] }
        return ["t": .string(kind), "c": content]
    }

    private static func attributes(style: String? = nil) -> JSONValue {
        guard let style else { return ["", [], []] }
        return ["", [], [["custom-style", .string(style)]]]
    }
}
