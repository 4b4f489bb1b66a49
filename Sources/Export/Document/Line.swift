/// Text on one line, some of it emphasised. It holds no line break, no control character and nothing that turns the
/// direction of reading around, whatever it was made from: no writer has to think of them.
package struct Line: Sendable, Hashable {
    /// How a piece of a line is set.
    package enum Style: Sendable, Hashable {
        case plain, strong, emphasis
    }

    /// A piece of a line in one style. Never empty.
    package struct Run: Sendable, Hashable {
        package let text: String
        package let style: Style
    }

    package private(set) var runs: [Run]

    package init(_ text: String, _ style: Style = .plain) {
        let text = PlainText.visible(text)
        runs = text.isEmpty ? [] : [Run(text: text, style: style)]
    }

    package static let empty = Line("")
    package static func strong(_ text: String) -> Line { Line(text, .strong) }
    package static func emphasis(_ text: String) -> Line { Line(text, .emphasis) }

    package static func + (left: Line, right: Line) -> Line {
        var line = left
        line.append(right)
        return line
    }

    fileprivate mutating func append(_ line: Line) { runs += line.runs }

    package static func + (left: Line, right: String) -> Line { left + Line(right) }

    package var isEmpty: Bool { runs.isEmpty }

    /// Without emphasis.
    package var text: String { runs.map(\.text).joined() }
}

extension [Line] {
    func joined(separator: String) -> Line {
        let separator = Line(separator)
        return dropFirst().reduce(into: first ?? .empty) { joined, line in
            joined.append(separator)
            joined.append(line)
        }
    }
}
