import Export
import Planning
import Testing

/// What a PDF's fonts have, and what is said of the rest.
@Suite struct LettersTests {
    /// Latin-1, the acute accent alone, small a with ogonek, the box.
    private static let letters = Letters([0x105...0x105, 0xA0...0xFF, 0x25AF...0x25AF, 0x20...0x7E, 0x301...0x301])

    @Test(
        arguments: [
            ("Blåbær & <b>én</b>\n", "Blåbær & <b>én</b>\n", []),
            // Whole where the font has the parts, in parts where it has the whole, and mixed.
            ("\u{1E3F} a\u{328} \u{105}\u{301}", "\u{1E3F} a\u{328} \u{105}\u{301}", []),
            // Never drawn.
            ("a\u{200D}b\u{FE0F}c\u{3000}d\u{AD}e", "a\u{200D}b\u{FE0F}c\u{3000}d\u{AD}e", []),
            // One box for a letter of several code points, each of which is told once.
            ("[\u{915}\u{94D}\u{937}] \u{915}", "[\u{25AF}] \u{25AF}", [0x915, 0x94D, 0x937]),
            ("<p>\u{338}x</p>", "<p>\u{25AF}x</p>", [0x338]),
            ("\u{10ABCD}", "\u{25AF}", [0x10ABCD]),
        ] as [(String, String, [UInt32])])
    func `each letter that no font has is a box, and nothing else is`(
        _ text: String, _ marked: String, _ told: [UInt32]
    ) {
        let result = Self.letters.marking(text)
        #expect(Array(result.text.unicodeScalars) == Array(marked.unicodeScalars))
        #expect(result.missing.map(\.value) == told)
    }

    @Test func `ranges may come in any order and overlap`() {
        let letters = Letters([0x500...0x510, 0x400...0x4FF, 0x480...0x505, 0x405...0x406, 0x600...0x600])
        for value: UInt32 in 0x400...0x601 {
            guard let scalar = Unicode.Scalar(value) else { continue }
            #expect(letters.has(scalar) == (value <= 0x510 || value == 0x600))
        }
    }

    private func html(_ text: String, _ language: Language, _ letters: Letters? = letters) -> String {
        HTMLWriter.write(
            ExportDocument(
                title: text, language: language, pageHead: [text],
                blocks: [.table(.init(head: [text], rows: [], widths: [1]))]),
            letters: letters)
    }

    @Test func `the document says how many letters it lacks and which, and its title keeps them`() {
        let danish = html("Ꭰ og Ꭱ", .danish)
        #expect(danish.contains("<title>Ꭰ og Ꭱ</title>"))
        #expect(danish.contains("<th scope=\"col\">▯ og ▯</th>"))
        #expect(danish.contains("<p class=\"page-head\">▯ og ▯</p>"))
        #expect(danish.contains("2 tegn kunne ikke sættes i denne PDF, fordi ingen skrifttype på serveren har dem. "))
        #expect(danish.contains("Det gælder U+13A0 CHEROKEE LETTER A, U+13A1 CHEROKEE LETTER E. Teksten er hel"))
        let english = html("Ꭰ", .english)
        #expect(english.contains("1 character could not be set in this PDF, because no font on the server has it."))
        #expect(english.contains("It is U+13A0 CHEROKEE LETTER A. The text is complete in"))
    }

    @Test func `of many letters that it lacks twelve are named`() {
        let text = String(String.UnicodeScalarView((0x13A0..<0x13AF).compactMap { Unicode.Scalar($0) }))
        let html = html(text, .danish)
        #expect(html.contains("15 tegn kunne ikke sættes") && html.contains("U+13AB CHEROKEE LETTER GU og 3 andre."))
        #expect(!html.contains("U+13AC"))
    }

    @Test func `nothing is said where nothing lacks, and where nobody knows the fonts`() {
        #expect(html("Blåbærgrød", .danish) == html("Blåbærgrød", .danish, nil))
        #expect(html("Ꭰ", .danish, nil).contains("<th scope=\"col\">Ꭰ</th>"))
        #expect(!html("Ꭰ", .danish, nil).contains("kunne ikke sættes"))
    }
}
