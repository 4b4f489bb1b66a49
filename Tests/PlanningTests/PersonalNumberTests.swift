import Foundation
import Planning
import Testing

struct PersonalNumberTests {
    private struct Sample: Decodable {
        let text: String
        let found: Bool
    }

    @Test
    func `what looks like a CPR number is found here as on the page, and a date, a phone or a case number is not`()
        throws
    {
        let samples = try JSONDecoder().decode([Sample].self, from: Fixtures.data("Tests/Shared/personal-numbers.json"))
        #expect(samples.count > 30)
        for sample in samples {
            #expect(PersonalNumber.isFound(in: sample.text) == sample.found, "\(sample.text)")
        }
    }

    @Test func `a name is found as whole words in a row, whatever their case and what stands between them`() {
        let finder = NameFinder(["Bo Ærø", "  Åse\tKjær-Lund ", ""])
        for text in ["Spørg bo ærø.", "»BO  ÆRØ«", "x\nÅse Kjær Lund", "{\"array\":[],\"string\":\"Bo Ærø\"}"] {
            #expect(finder.finds(in: text), "\(text)")
        }
        for text in ["", "Bo", "Ærø Bo", "Bob Ærø", "Bo Ærøskøbing", "Åse Kjær"] {
            #expect(!finder.finds(in: text), "\(text)")
        }
        #expect(!NameFinder([]).finds(in: "Bo"))
    }
}
