import Foundation
import Planning
import TestSeeds
import Testing

struct CleanLineTests {
    private static let seed =
        UInt64(ProcessInfo.processInfo.environment["SAMSPIL_SEED"] ?? "") ?? .random(in: 0 ... .max)

    @Test(arguments: [
        ("  Åse   Ærø ", "Åse Ærø"), ("Anne\nMarie\tNord", "Anne Marie Nord"), ("A\u{30A}se", "Åse"),
        ("\u{202E}rotkeriD", "rotkeriD"), ("Bo\u{2060}\u{FEFF}\u{00AD}\u{200B} Lund", "Bo Lund"),
        ("\u{2800}\u{3164}Ida\u{115F}\u{FFA0}", "Ida"), ("Kim\u{0}\u{7}", "Kim"), ("A\u{FE0F}", "A"),
        ("Z\u{300}\u{301}\u{302}\u{303}\u{304}algo", "Z\u{300}\u{301}algo"), ("\u{301}\u{302}Per", "Per"),
        ("👩🏽\u{200D}🏫 Lise", "👩🏽\u{200D}🏫 Lise"), ("a\u{200D}b", "ab"), ("1\u{FE0F}\u{20E3} A", "1\u{FE0F}\u{20E3} A"),
        ("1\u{FE0F} A", "1 A"), ("❤\u{FE0F} B", "❤\u{FE0F} B"), ("🏴\u{E0067}\u{E0062}\u{E007F} C", "🏴 C"),
        ("\u{E000}\u{FFFC}D\u{2028}E", "D E"), ("\u{2066}F\u{2069}", "F"), ("مريم", "مريم"), ("王秀英", "王秀英"),
    ])
    func `what nobody sees is not in a name, and what people see stays`(written: String, read: String) throws {
        #expect(Array(try CleanLine(written).text.unicodeScalars) == Array(read.unicodeScalars))
    }

    @Test func `a name has a letter or a digit that can be seen`() {
        for nothing in [
            "", "  ", "\u{202E}\u{2066}", "\u{3164}", "\u{2800}\u{2800}", "…!?", "👍👍", "\u{301}", "\u{0}\n",
        ] {
            #expect(throws: CleanLine.Fault.nothingToRead) { try CleanLine(nothing) }
        }
        for name in ["X", "7", "½", "ß", "Ⅳ"] {
            #expect((try? CleanLine(name).text) == name)
        }
    }

    @Test func `characters are counted as people see them, and the count is told`() throws {
        let emoji = String(repeating: "😀", count: 39) + "A"
        #expect(try CleanLine(emoji).text.count == 40)
        #expect(try CleanLine(String(repeating: "å", count: 80)).text.count == 80)
        #expect(throws: CleanLine.Fault.tooLong(count: 81, most: 80)) {
            try CleanLine(String(repeating: "å", count: 81))
        }
        let told = CleanLine.Fault.tooLong(count: 93, most: 80).message
        #expect(told.da == "Skriv højst 80 tegn. Der står 93.")
        let families = "A" + String(repeating: "👨‍👩‍👧‍👦", count: 40)
        #expect(throws: CleanLine.Fault.tooHeavy) { try CleanLine(families) }
        #expect(throws: CleanLine.Fault.self) { try CleanLine(String(repeating: "a\u{301}", count: 100_000)) }
    }

    /// What a hostile name is made from, and letters between.
    private static let parts: [Unicode.Scalar] = [
        "a", "å", "Æ", "7", " ", "\u{301}", "\u{30A}", "\u{20E3}", "\u{200D}", "\u{200B}", "\u{200E}", "\u{202E}",
        "\u{2066}",
        "\u{2060}", "\u{2800}", "\u{3164}", "\u{115F}", "\u{1160}", "\u{FFA0}", "\u{FEFF}", "\u{E0041}", "\u{AD}",
        "\u{FE0F}",
        "\u{0}", "\n", "\u{2028}", "😀", "👩", "🏽", "❤", "1", "\u{E000}", "\u{1100}", "\u{1161}", "\u{34F}", "e",
        "\u{323}",
    ]

    @Test func `whatever is written, what is read is clean, and cleaning it again changes nothing`() {
        print("CleanLineTests seed \(Self.seed)")
        var generator = SeededGenerator(seed: Self.seed)
        for _ in 0..<5_000 {
            var written = ""
            for _ in 0..<Int.random(in: 0...24, using: &generator) {
                let known = Self.parts.randomElement(using: &generator) ?? "a"
                let any = Unicode.Scalar(UInt32.random(in: 0...0x1_FFFF, using: &generator)) ?? "b"
                written.unicodeScalars.append(Int.random(in: 0..<5, using: &generator) == 0 ? any : known)
            }
            let clean = CleanLine.clean(written)
            let shown = written.unicodeScalars.map { String($0.value, radix: 16) }.joined(separator: " ")
            #expect(Array(CleanLine.clean(clean).unicodeScalars) == Array(clean.unicodeScalars), "\(shown)")
            #expect(
                Array(clean.precomposedStringWithCanonicalMapping.unicodeScalars) == Array(clean.unicodeScalars),
                "\(shown)")
            #expect(clean.first != " " && clean.last != " " && !clean.contains("  "), "\(shown)")
            var marks = 0
            for scalar in clean.unicodeScalars {
                let isMark: Bool =
                    switch scalar.properties.generalCategory {
                    case .nonspacingMark, .enclosingMark, .spacingMark: scalar != "\u{FE0F}"
                    default: false
                    }
                marks = isMark ? marks + 1 : 0
                #expect(marks <= 2, "\(shown)")
                let isHidden = scalar.properties.isDefaultIgnorableCodePoint || scalar == "\u{2800}"
                #expect(!isHidden || scalar == "\u{200D}" || scalar == "\u{FE0F}", "\(shown)")
                #expect(scalar.properties.generalCategory != .control, "\(shown)")
            }
        }
    }
}
