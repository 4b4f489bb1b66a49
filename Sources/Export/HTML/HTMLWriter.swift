import Planning

/// Writes a document as HTML for print: one page without scripts, links or anything to fetch. Pure.
package enum HTMLWriter {
    /// - Parameter letters: what the fonts have that it will be set in; nil where nobody knows. What they lack is
    ///   marked in its place and told at the document's end. The title is for a window and a file's metadata, and
    ///   stays whole.
    package static func write(_ document: ExportDocument, letters: Letters? = nil) -> String {
        text(of: document, letters, Interruption.never)
    }

    /// - Throws: `CancellationError` when it was over before it was written.
    package static func write(
        _ document: ExportDocument, letters: Letters? = nil, unless isOver: IsOver
    ) throws(CancellationError) -> String {
        try Interruption.checking(isOver) { text(of: document, letters, isOver) }
    }

    private static func text(of document: ExportDocument, _ letters: Letters?, _ isOver: IsOver) -> String {
        let title = XMLText.escaped(document.title)
        return """
            <!DOCTYPE html>
            <html lang="\(document.language.rawValue)">
            <head><meta charset="utf-8"><title>\(title)</title></head>
            <body>
            \(body(of: document, letters, isOver))
            </body>
            </html>

            """
    }

    private static func body(of document: ExportDocument, _ letters: Letters?, _ isOver: IsOver) -> String {
        let written = bodyText(document, isOver)
        guard let letters, !isOver() else { return written }
        let (marked, missing) = letters.marking(written)
        guard !missing.isEmpty else { return written }
        return marked + "\n" + block(MissingLetters.notice(missing, in: document.language), isOver)
    }

    private static func bodyText(_ document: ExportDocument, _ isOver: IsOver) -> String {
        let pageHead = XMLText.escaped(document.pageHead.joined(separator: " · "))
        let blocks = document.blocks.map(unless: isOver) { block($0, isOver) }.joined(separator: "\n")
        return "<p class=\"page-head\">\(pageHead)</p>\n" + blocks
    }

    /// Every block has an element of its own, so that PDF/UA gets its structure from it.
    private static func block(_ block: Block, _ isOver: IsOver) -> String {
        switch block {
        case .heading(let level, let text): "<h\(level)>\(line(text))</h\(level)>"
        case .paragraph(let text): "<p>\(line(text))</p>"
        case .lead(let text): "<p class=\"lead\">\(line(text))</p>"
        case .bullets(let items):
            "<ul>\n" + items.map(unless: isOver, item).joined(separator: "\n") + "\n</ul>"
        case .checklist(let lines):
            "<ul class=\"checklist\">\n" + lines.map(unless: isOver) { "<li>\(line($0))</li>" }.joined(separator: "\n")
                + "\n</ul>"
        case .table(let content): table(content, isOver)
        case .notice(let text): "<p class=\"notice\">\(line(text))</p>"
        case .origin(let text): "<p class=\"origin\">\(line(text))</p>"
        }
    }

    private static func item(_ item: Block.Item) -> String {
        let details = item.details.map { "<li>\(line($0))</li>" }.joined()
        return "<li>\(line(item.line))" + (details.isEmpty ? "" : "<ul>\(details)</ul>") + "</li>"
    }

    /// Escaped: people's words are never markup.
    private static func line(_ line: Line) -> String {
        line.runs.map { run in
            let text = XMLText.escaped(run.text)
            return switch run.style {
            case .plain: text
            case .strong: "<strong>\(text)</strong>"
            case .emphasis: "<em>\(text)</em>"
            }
        }.joined()
    }

    private static func table(_ table: Block.Table, _ isOver: IsOver) -> String {
        let whole = max(1, table.widths.reduce(0, +))
        let columns = table.widths.map { "<col style=\"width: \($0 * 100 / whole)%\">" }.joined()
        let head = table.head.map { "<th scope=\"col\">\(XMLText.escaped($0))</th>" }.joined()
        let rows = table.rows.map(unless: isOver) { cells in
            "<tr>"
                + cells.enumerated().map { index, cell in
                    // An empty cell would be no cell of the tagged PDF, and its row one short.
                    let content = cell.isEmpty ? "&#160;" : line(cell)
                    return table.head.isEmpty && index == 0
                        ? "<th scope=\"row\">\(content)</th>" : "<td>\(content)</td>"
                }.joined() + "</tr>"
        }.joined(separator: "\n")
        let kind = (table.head.isEmpty ? "facts" : "list") + (table.isWide ? " wide" : "")
        return "<table class=\"\(kind)\"><colgroup>\(columns)</colgroup>\n"
            + (head.isEmpty ? "" : "<thead><tr>\(head)</tr></thead>\n") + "<tbody>\n\(rows)\n</tbody></table>"
    }
}

/// Text in XML and HTML.
package enum XMLText {
    /// Text between tags or inside a quoted attribute. What XML cannot hold is left out.
    package static func escaped(_ text: String) -> String {
        PlainText.visible(text).escapingScalars { scalar in
            switch scalar {
            case "&": "&amp;"
            case "<": "&lt;"
            case ">": "&gt;"
            case "\"": "&quot;"
            case "'": "&#39;"
            default: nil
            }
        }
    }
}
