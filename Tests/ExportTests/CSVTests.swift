import Export
import Foundation
import Planning
import TestSeeds
import Testing

@Suite struct CSVTests {
    /// The cells of a row of CSV whose cells all stand in quotes; nil when it isn't one.
    private func cells(_ line: String) -> [String]? {
        var cells: [String] = []
        // By code points, as other readers go.
        var rest = Array(line.unicodeScalars)[...]
        while true {
            guard rest.popFirst() == "\"" else { return nil }
            var cell = String.UnicodeScalarView()
            while let scalar = rest.popFirst() {
                if scalar != "\"" {
                    cell.append(scalar)
                } else if rest.first == "\"" {
                    cell.append(scalar)
                    rest = rest.dropFirst()
                } else {
                    break
                }
            }
            cells.append(String(cell))
            if rest.isEmpty { return cells }
            guard rest.popFirst() == ";" else { return nil }
        }
    }

    private func rows(_ csv: String) throws -> [[String]] {
        #expect(csv.unicodeScalars.first == "\u{FEFF}" && csv.hasSuffix("\r\n"))
        let lines = String(csv.unicodeScalars.dropFirst()).components(separatedBy: "\r\n").dropLast()
        return try lines.map { try #require(cells($0), "\($0)") }
    }

    @Test func `ten thousand hostile cells make no formula, no cell and no row of their own`() throws {
        let seed: UInt64 = 20_270_118
        print("seed \(seed)")
        var hostile = HostileText(seed: seed)
        let sheet = Spreadsheet(
            head: ["a", "b", "c", "d"], rows: (0..<2500).map { _ in (0..<4).map { _ in hostile.next() } })
        let rows = try rows(CSVWriter.write(sheet))
        #expect(rows.count == 2501)
        for row in rows {
            #expect(row.count == 4)
            for cell in row {
                let start = cell.unicodeScalars.first { !$0.properties.isWhitespace }
                if let start { #expect(!"=+-@＝＋－＠".unicodeScalars.contains(start), "\(cell)") }
                #expect(!cell.unicodeScalars.contains { $0.value < 0x20 })
            }
        }
    }

    @Test func `what is no formula stays as it was written`() throws {
        let texts = ["Æble & pære", "12,5 %", "a=b", "1. februar", "\"citat\"", "O'Brien", "", "2027-03-01"]
        let rows = try rows(CSVWriter.write(Spreadsheet(head: texts, rows: [texts])))
        #expect(rows == [texts, texts])
    }

    @Test func `the draft's sheet tells every thing of the draft, one in each row`() throws {
        let draft = try Example.draft()
        let sheet = DraftSheet.make(draft)
        #expect(sheet.rows.allSatisfy { $0.count == sheet.head.count })
        func rows(_ part: String) -> [[String]] { sheet.rows.filter { $0[3] == part } }
        #expect(rows("Mål").count == draft.goals.count)
        #expect(rows("Mangler").count == draft.gaps.count)
        #expect(rows("Tidslinje").count == draft.timeline.count)
        #expect(rows("Aftale").count == draft.collaborations.count)
        #expect(rows("Opgave").count == draft.tasks.count)
        let all = sheet.rows.joined().joined(separator: "\n")
        for goal in draft.goals {
            #expect(all.contains(goal.text))
            for action in goal.trialActions { #expect(all.contains(action.title)) }
            for sign in goal.signs { #expect(all.contains(sign.text)) }
        }
        for field in draft.collaborations.flatMap(\.other) {
            for cell in field.rows.joined() { #expect(all.contains(cell.text.da)) }
        }
    }

    @Test func `the outcome's sheet tells every answer`() throws {
        let outcome = try Example.outcome()
        let sheet = OutcomeSheet.make(outcome)
        #expect(sheet.rows.allSatisfy { $0.count == sheet.head.count })
        let all = sheet.rows.joined().joined(separator: "\n")
        for answer in outcome.models.flatMap(\.answers) {
            if let text = answer.text { #expect(all.contains(text.da)) }
            for cell in answer.rows.joined() { #expect(all.contains(cell.text.da)) }
        }
    }
}
