import Foundation
import Planning
import TestSeeds
import Testing

struct CleanTextTests {
    private static let seed =
        UInt64(ProcessInfo.processInfo.environment["SAMSPIL_SEED"] ?? "") ?? .random(in: 0 ... .max)

    @Test(arguments: [
        ("Først\r\nså\rtil\u{2028}sidst\u{85}", "Først\nså\ntil\nsidst\n"), ("\tTo  mellemrum  ", "\tTo  mellemrum  "),
        ("A\u{0}B\u{7}C\u{1B}[31mD\u{9F}", "ABC[31mD"), ("\u{202E}vendt\u{2069}\u{2060}", "vendt"),
        ("\u{3164}\u{FEFF}navn\u{FFFF}", "navn"), ("👩🏽\u{200D}🏫 1\u{FE0F}\u{20E3}", "👩🏽\u{200D}🏫 1\u{FE0F}\u{20E3}"),
        ("می\u{200C}خواهم\u{200F}", "می\u{200C}خواهم\u{200F}"), ("Æblegrød – ½ »så«", "Æblegrød – ½ »så«"),
    ])
    func `a text keeps what it means and loses what works on its reader`(written: String, read: String) {
        #expect(Array(CleanText.clean(written).unicodeScalars) == Array(read.unicodeScalars))
    }

    private static let ranges: [ClosedRange<UInt32>] = [
        0x0...0xA0, 0x2000...0x2070, 0xFE00...0xFFFF, 0x1F000...0x1F9FF,
    ]

    private static func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
        if scalar == "\n" || scalar == "\t" { return true }
        if scalar.properties.generalCategory == .control { return false }
        return !(0x202A...0x202E).contains(scalar.value)
    }

    @Test func `whatever is written, no control and no override is left, and cleaning again changes nothing`() {
        print("CleanTextTests seed \(Self.seed)")
        var generator = SeededGenerator(seed: Self.seed)
        for _ in 0..<2_000 {
            let scalars = (0..<20).compactMap { _ in
                let range = Self.ranges.randomElement(using: &generator) ?? 0...0x10FFFF
                return Unicode.Scalar(UInt32.random(in: range, using: &generator))
            }
            let text = CleanText.clean(String(String.UnicodeScalarView(scalars)))
            #expect(text.unicodeScalars.allSatisfy(Self.isHarmless))
            #expect(Array(CleanText.clean(text).unicodeScalars) == Array(text.unicodeScalars))
        }
    }
}
