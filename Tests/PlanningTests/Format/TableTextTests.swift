import Planning
import TestSeeds
import Testing

@Suite struct TableTextTests {
    /// Equal letter by letter; `==` of texts takes two spellings of a letter for the same.
    private func isSame(_ one: [[String]], _ other: [[String]]) -> Bool {
        one.map { $0.map { Array($0.unicodeScalars) } } == other.map { $0.map { Array($0.unicodeScalars) } }
    }

    @Test(arguments: 1...20 as ClosedRange<UInt64>)
    func `what the writer writes the reader reads, letter by letter, three times in a row`(seed: UInt64) {
        print("seed \(seed)")
        var hostile = HostileText(seed: seed)
        let columns = Int(seed % 5) + 1
        let rows = (0..<60).map { _ in (0..<columns).map { _ in hostile.cell() } }
        var (now, text) = (rows, TableText.write(rows))
        for _ in 0..<3 {
            let table = TableText(text)
            #expect(table.openQuoteLine == nil)
            now = table.records.map(\.cells)
            #expect(isSame(now, rows))
            #expect(Array(TableText.write(now).utf8) == Array(text.utf8))
            text = TableText.write(now)
        }
    }

    @Test func `no cell begins a formula, and taking the guard off gives what was guarded, five times over`() {
        let seed: UInt64 = 20_270_119
        print("seed \(seed)")
        var hostile = HostileText(seed: seed)
        for _ in 0..<2_000 {
            let text = hostile.next()
            var guarded = text
            for _ in 0..<5 { guarded = FormulaGuard.guarding(guarded) }
            let first = FormulaGuard.guarding(text).unicodeScalars.first { scalar in
                !scalar.properties.isWhitespace && !scalar.properties.isDefaultIgnorableCodePoint
            }
            if let first { #expect(!"=+-@＝＋－＠".unicodeScalars.contains(first), "\(text)") }
            for _ in 0..<5 { guarded = FormulaGuard.unguarding(guarded) }
            #expect(Array(guarded.unicodeScalars) == Array(text.unicodeScalars))
        }
        // A person's own apostrophe, from a spreadsheet that guards nothing.
        #expect(FormulaGuard.unguarding("'n ny dag") == "'n ny dag")
    }

    @Test func `spreadsheets of other makers are read: commas, tabs, every line end, a line that says the separator`() {
        let rows = [["a", "b;c", "d"], ["1,5", "to\nlinjer", ""], ["", "", "x"]]
        for separator in [";", ",", "\t"] {
            for end in ["\n", "\r\n", "\r"] {
                let lines = rows.map { row in
                    row.map { cell in cell.contains { ";,\n".contains($0) } ? "\"\(cell)\"" : cell }
                        .joined(separator: separator)
                }
                let text = lines.joined(separator: end)
                #expect(TableText(text).records.map(\.cells) == rows, "\(separator.debugDescription)")
                #expect(TableText("\u{FEFF}" + text + end).records.map(\.line) == [1, 2, 4])
                let said = "sep=\(separator)\(end)" + text
                #expect(TableText(said).records.map(\.cells) == rows)
                #expect(TableText(said).records.map(\.line) == [2, 3, 5])
            }
        }
        #expect(TableText("a;b\n\n\n\"\"\n;\n").records.map(\.cells) == [["a", "b"], [""], ["", ""]])
        #expect(TableText("a\n\"b").openQuoteLine == 2)
        #expect(TableText("").records.isEmpty && TableText("\u{FEFF}\r\n").records.isEmpty)
    }
}
