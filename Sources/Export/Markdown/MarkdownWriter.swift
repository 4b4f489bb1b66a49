import Planning

/// Writes a document as Markdown that a leader reads, prints or pastes into the unit's plan. Pure; the same document
/// gives the same bytes. Text is escaped: it can neither become markup nor HTML.
package enum MarkdownWriter {
    package static func write(_ document: ExportDocument) -> String {
        document.blocks.map(block).joined(separator: "\n\n") + "\n"
    }

    private static func block(_ block: Block) -> String {
        switch block {
        case .heading(let level, let text):
            String(repeating: "#", count: level) + " " + Markdown.heading(line(text))
        case .paragraph(let text), .lead(let text): Markdown.leading(line(text))
        case .bullets(let items): items.map(item).joined(separator: "\n")
        case .checklist(let lines): lines.map { "- [ ] " + line($0) }.joined(separator: "\n")
        case .table(let content): table(content)
        case .notice(let text): "> **\(Markdown.inline(text.text))**"
        case .origin(let text): "---\n*\(Markdown.inline(text.text))*"
        }
    }

    private static func item(_ item: Block.Item) -> String {
        "- " + Markdown.leading(line(item.line)) + item.details.map { "\n  - " + Markdown.leading(line($0)) }.joined()
    }

    private static func line(_ line: Line) -> String {
        line.runs.map { run in
            let text = Markdown.inline(run.text)
            return switch run.style {
            case .plain: text
            case .strong: "**\(text)**"
            case .emphasis: "*\(text)*"
            }
        }.joined().trimmed
    }

    private static func table(_ table: Block.Table) -> String {
        let head = table.head.isEmpty ? table.widths.map { _ in "" } : table.head.map(Markdown.inline)
        let rows = table.rows.map { row(of: $0.map(line)) }
        let rule = "|" + head.map { _ in "---" }.joined(separator: "|") + "|"
        return ([row(of: head), rule] + rows).joined(separator: "\n")
    }

    private static func row(of cells: [String]) -> String {
        "|" + cells.map { $0.isEmpty ? " " : " \($0) " }.joined(separator: "|") + "|"
    }
}
