/// Text that starts something wherever a format would let it: formulas, field codes, markup, line and cell ends.
package struct HostileText {
    private static let pieces = [
        "=", "+", "-", "@", "\t", "\r", "\n", "\r\n", "=cmd|'/c calc'!A1", "=HYPERLINK(\"http://x\")", "@SUM(1;2)",
        "+1+1", "-2+3", "＝1+1", "\u{FEFF}=1", "\u{200B}=1", " =1", "\"", "\";=1;\"", "'", ";", ",", "|", "\\", "\\n",
        "{ HYPERLINK \"x\" }", "</w:t><w:fldSimple w:instr=\"X\"/>", "<text:p>", "]]>", "<script>", "&lt;", "&#61;1",
        "BEGIN:VEVENT", "\r\nATTENDEE:x", "\u{202E}abc", "\u{0}", "\u{7}", "\u{FFFE}", "# a", "**b**", "[c](d)",
        "| e |",
        "\"\u{301};=1", "<\u{301}b>", "&\u{301}lt;", "*\u{301}a*", ";\u{301}", "=\u{301}1", "Æblegrød", "tekst", "👩‍👩‍👧",
        "e\u{301}", "\u{2028}", "\u{2029}", "\u{85}", "\u{A0}", "\u{B}", "''", "\"\"\"", "  ", "'=", "''-", "%", "−1",
        "sep=,",
        "\u{FFFD}", "\u{AD}-1", " | ",
    ]

    private var generator: SeededGenerator

    package init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

    /// Now and then nothing at all, or more than a spreadsheet's cell holds.
    package mutating func cell() -> String {
        switch Int.random(in: 0..<200, using: &generator) {
        case 0: ""
        case 1: String(repeating: next() + "x", count: 3_000)
        default: next()
        }
    }

    package mutating func next() -> String {
        (0...Int.random(in: 0...5, using: &generator)).map { _ in
            Self.pieces[Int.random(in: Self.pieces.indices, using: &generator)]
        }.joined()
    }
}
