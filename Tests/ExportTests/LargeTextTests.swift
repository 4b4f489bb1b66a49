import Foundation
import Planning
import TestSeeds
import Testing

@testable import Export

/// Megabytes of text in one field: what a hostile or a merely diligent person leaves in a model.
@Suite struct LargeTextTests {
    /// Joined to a copy of what is there already at every letter, 1 MB takes a minute; in proportion to the text, seconds
    /// also of a debug build.
    @Test(
        .timeLimit(.minutes(1)),
        arguments: ["ord og mere ", "x", "<*|é& ", "linje\n", "\r\n", "🇩🇰", "e\u{301}", "\u{202E}æ", " \t", "\""])
    func `every text format takes a time in proportion to the text`(piece: String) {
        let text = String(repeating: piece, count: (1 << 20) / piece.utf8.count)
        let document = ExportDocument(
            title: text, language: .danish, pageHead: [text],
            blocks: [.heading(1, Line(text)), .paragraph(Line(text)), .bullets([.init(Line(text))])])
        let day = CalendarDate(year: 2027, month: 1, day: 18)
        let event = day.map {
            CalendarEvent(key: "k", summary: text, description: text, category: "c", date: $0, hours: nil)
        }
        #expect(MarkdownWriter.write(document).utf8.count > 0)
        #expect(HTMLWriter.write(document).utf8.count > 0)
        #expect(CSVWriter.write(Spreadsheet(head: ["a"], rows: [[text]])).hasSuffix("\"\r\n"))
        #expect(CalendarWriter.write([event].compactMap(\.self), name: "n", scope: "s", revised: 0).contains("SUMMARY"))
    }

    @Test func `whoever leaves while a document is written is not written for to its end`() throws {
        let line = Line(String(repeating: "ord ", count: 2_000))
        let blocks = (0..<100).flatMap { _ -> [Block] in
            [
                .paragraph(line), .bullets([.init(line), .init(line)]), .checklist([line]),
                .table(Block.Table(head: [], rows: [[line], [line]], widths: [1])),
            ]
        }
        let document = ExportDocument(title: "t", language: .danish, pageHead: [], blocks: blocks)
        let sheet = Spreadsheet(head: ["a"], rows: Array(repeating: [line.text], count: 400))
        let writers: [(String, (@escaping IsOver) throws -> String)] = [
            ("Markdown", { try MarkdownWriter.write(document, unless: $0) }),
            ("HTML", { try HTMLWriter.write(document, unless: $0) }),
            ("pandoc", { try PandocWriter.write(document, version: [1, 22], unless: $0) }),
            ("CSV", { try CSVWriter.write(sheet, unless: $0) }),
        ]
        for (name, write) in writers {
            var asked = 0
            #expect(throws: CancellationError.self, "\(name)") {
                try write {
                    asked += 1
                    return asked > 10
                }
            }
            #expect(asked < 40, "\(name) is left at once")
            var all = 0
            let whole = try write {
                all += 1
                return false
            }
            #expect(all >= 400, "\(name) looks up at each piece")
            #expect(whole.utf8.count > 400 * line.text.utf8.count, "\(name) is whole for whoever stays")
        }
    }

    /// As it was said before it was made in one go: a character at a time.
    private func visible(_ text: String) -> String {
        var result = ""
        for character in text {
            if character.isNewline || character == "\t" {
                if result.unicodeScalars.last != " " { result += " " }
            } else {
                for scalar in character.unicodeScalars where isVisible(scalar) { result += String(scalar) }
            }
        }
        return result
    }

    private func isVisible(_ scalar: Unicode.Scalar) -> Bool {
        let hidden: [ClosedRange<UInt32>] = [
            0...0x1F, 0x7F...0x9F, 0x200B...0x200B, 0x200E...0x200F, 0x2028...0x202E, 0x2060...0x206F,
            0xFEFF...0xFEFF, 0xFFF9...0xFFFB, 0xFFFE...0xFFFF,
        ]
        return !hidden.contains { $0.contains(scalar.value) }
    }

    @Test func `what stands on one line is the same, code point for code point, as a character at a time gives`() {
        let seed: UInt64 = 20_270_204
        print("seed \(seed)")
        var hostile = HostileText(seed: seed)
        let pieces = ["\r", "\n", "\r\n", "\t", " ", "\u{85}", "\u{2028}", "\u{301}", "a", "\u{B}", "🇩🇰", "\u{200B}"]
        for round in 0..<3000 {
            let text =
                (0..<4).map { pieces[(round * 7 + $0 * 5 + round / 12) % pieces.count] }.joined() + hostile.next()
            #expect(
                Array(Line(text).text.unicodeScalars) == Array(visible(text).unicodeScalars), "\(text.debugDescription)"
            )
        }
    }
}
