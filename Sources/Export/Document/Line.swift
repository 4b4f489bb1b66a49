/// Text on one line, some of it emphasised. It holds no line break, no control character and nothing that turns the
/// direction of reading around, whatever it was made from: no writer has to think of them.
package struct Line: Sendable, Hashable {
    /// How a piece of a line is set.
    package enum Style: Sendable, Hashable {
        case plain, strong, emphasis
    }

    /// A piece of a line in one style. Never empty.
    package struct Run: Sendable, Hashable {
        /// Plain words: nothing in them is read as markup by any writer.
        package let text: String
        package let style: Style
    }

    /// Neighbours of one style are one run, so that equal lines are equal values.
    package private(set) var runs: [Run]

    /// A line of one run.
    package init(_ text: String, _ style: Style = .plain) {
        let text = PlainText.visible(text)
        runs = text.isEmpty ? [] : [Run(text: text, style: style)]
    }

    /// A cell without words.
    package static let empty = Line("")
    /// The one emphasis for labels, so that a reader finds them.
    package static func strong(_ text: String) -> Line { Line(text, .strong) }
    /// For what is said about the text rather than in it.
    package static func emphasis(_ text: String) -> Line { Line(text, .emphasis) }

    /// Both, one after the other, without a space between.
    package static func + (left: Line, right: Line) -> Line {
        var line = left
        line.append(right)
        return line
    }

    fileprivate mutating func append(_ line: Line) { runs += line.runs }

    /// Plain words behind a line.
    package static func + (left: Line, right: String) -> Line { left + Line(right) }

    /// Without any run; a run of spaces is not nothing.
    package var isEmpty: Bool { runs.isEmpty }

    /// Without emphasis.
    package var text: String { runs.map(\.text).joined() }
}

extension [Line] {
    /// For lines that follow each other in one paragraph.
    func joined(separator: String) -> Line {
        let separator = Line(separator)
        return dropFirst().reduce(into: first ?? .empty) { joined, line in
            joined.append(separator)
            joined.append(line)
        }
    }
}
