import Planning

/// Writes a document as Markdown that a leader reads, prints or pastes into the unit's plan. Pure; the same document
/// gives the same bytes. Text is escaped: it can neither become markup nor HTML.
package enum MarkdownWriter {
    /// The whole text, without a way to break it off: for tests and short documents.
    package static func write(_ document: ExportDocument) -> String { text(of: document, Interruption.never) }

    /// - Throws: `CancellationError` when it was over before it was written.
    package static func write(_ document: ExportDocument, unless isOver: IsOver) throws(CancellationError) -> String {
        try Interruption.checking(isOver) { text(of: document, isOver) }
    }

    private static func text(of document: ExportDocument, _ isOver: IsOver) -> String {
        document.blocks.map(unless: isOver) { block($0, isOver) }.joined(separator: "\n\n") + "\n"
    }

    private static func block(_ block: Block, _ isOver: IsOver) -> String {
        switch block {
        case .heading(let level, let text):
            String(repeating: "#", count: level) + " " + Markdown.heading(line(text))
        case .paragraph(let text), .lead(let text): Markdown.leading(line(text))
        case .bullets(let items): items.map(unless: isOver, item).joined(separator: "\n")
        case .checklist(let lines): lines.map(unless: isOver) { "- [ ] " + line($0) }.joined(separator: "\n")
        case .table(let content): table(content, isOver)
        case .notice(let text): "> **\(Markdown.inline(text.text))**"
        case .origin(let text): "---\n*\(Markdown.inline(text.text))*"
        }
    }

    private static func item(_ item: Block.Item) -> String {
        "- " + Markdown.leading(line(item.line)) + item.details.map { "\n  - " + Markdown.leading(line($0)) }.joined()
    }

    /// Signs that Markdown would read are escaped.
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

    /// A table needs a head in Markdown: one without gets an empty one.
    private static func table(_ table: Block.Table, _ isOver: IsOver) -> String {
        let head = table.head.isEmpty ? table.widths.map { _ in "" } : table.head.map(Markdown.inline)
        let rows = table.rows.map(unless: isOver) { row(of: $0.map(line)) }
        let rule = "|" + head.map { _ in "---" }.joined(separator: "|") + "|"
        return ([row(of: head), rule] + rows).joined(separator: "\n")
    }

    private static func row(of cells: [String]) -> String {
        "|" + cells.map { $0.isEmpty ? " " : " \($0) " }.joined(separator: "|") + "|"
    }
}

/// Writing Markdown (CommonMark with GitHub's tables) from people's text without letting the text become markup.
private enum Markdown {
    private static let special: Set<Unicode.Scalar> = ["\\", "`", "*", "_", "[", "]", "<", ">", "|", "~", "&"]

    /// The text inside a line, every character that could start markup or HTML escaped.
    static func inline(_ text: String) -> String {
        text.escapingScalars { special.contains($0) ? "\\\($0)" : nil }
    }

    /// Escaped text at the start of a paragraph or a list item, where more characters could start markup.
    static func leading(_ text: String) -> String {
        guard let first = text.first else { return text }
        if "#+-=:".contains(first) { return "\\" + text }
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        let rest = text.dropFirst(digits.count)
        if !digits.isEmpty, rest.first == "." || rest.first == ")" { return digits + "\\" + rest }
        return text
    }

    /// Escaped text of a heading: number signs at its end would be taken for its closing, and at its beginning, by some
    /// readers, for more of its opening.
    static func heading(_ text: String) -> String {
        let text = text.first == "#" ? "\\" + text : text
        return text.last == "#" ? text.dropLast() + "\\#" : text
    }
}
