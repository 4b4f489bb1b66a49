import Export
import Foundation
import Planning
import Testing

@Suite struct DraftMarkdownTests {
    private func draft(
        _ unit: String = "u-skole", _ change: (JSONValue) -> JSONValue = { $0 }
    ) throws -> GoalPlanDraft {
        try Example.draft(unit, change)
    }

    @Test func `the example's draft reads as the one beside it`() throws {
        let expected = try Example.text("Sessions/examples/goal-plan-draft-laerkeskolen.md")
        #expect(MarkdownWriter.write(DraftComposer.compose(try draft())) == expected)
    }

    @Test func `the English draft has the same parts and the people's own words`() throws {
        let danish = MarkdownWriter.write(DraftComposer.compose(try draft(), language: .danish))
        let english = MarkdownWriter.write(DraftComposer.compose(try draft(), language: .english))
        #expect(english.contains("## 7. To be settled before the goal plan can be finished"))
        #expect(english.contains("- [ ] The baseline is missing for goal M-2 (elevsamtaler)."))
        #expect(english.contains("19 January 2027"))
        func headings(_ text: String) -> Int { text.split(separator: "\n").count { $0.hasPrefix("#") } }
        #expect(headings(danish) == headings(english))
        #expect(danish.split(separator: "\n").count == english.split(separator: "\n").count)
    }

    @Test func `every gap stands as a box to tick, and one for the leader's own review`() throws {
        for unit in ["u-skole", "u-fam", "u-ung", "u-kfi", "u-spl"] {
            let draft = try draft(unit)
            let boxes = MarkdownWriter.write(DraftComposer.compose(draft)).split(separator: "\n").filter {
                $0.hasPrefix("- [ ] ")
            }
            #expect(boxes.count == draft.gaps.count + 1)
        }
    }

    /// Text that starts markup wherever Markdown or HTML would let it.
    private static let hostile =
        "# <img src=x onerror=alert(1)> | `a` **b** _c_ [d](javascript:x) ![e](f)\n\n- g\n1. h &lt; ~~i~~ \\ \u{202E}j\r\n|---|"

    @Test func `people's text can neither break the document nor become HTML`() throws {
        let plain = try draft { Example.replacingTexts(in: $0) { "ord" } }
        let hostile = try draft { Example.replacingTexts(in: $0) { Self.hostile } }
        for language in Language.allCases {
            let expected = MarkdownWriter.write(DraftComposer.compose(plain, language: language)).split(
                separator: "\n", omittingEmptySubsequences: false)
            let lines = MarkdownWriter.write(DraftComposer.compose(hostile, language: language)).split(
                separator: "\n", omittingEmptySubsequences: false)
            #expect(lines.count == expected.count)
            for (line, other) in zip(lines, expected) {
                #expect(Self.unescaped("|", in: line) == Self.unescaped("|", in: other))
                #expect(Self.unescaped("*", in: line) == Self.unescaped("*", in: other), "\(line)")
                // The only other markup of the product's own: the notice's quote, boxes to tick.
                let boxes = line.hasPrefix("- [ ] ") ? 1 : 0
                #expect(Self.unescaped("[", in: line) == boxes && Self.unescaped("]", in: line) == boxes)
                #expect(Self.unescaped("<", in: line) == 0 && Self.unescaped("`", in: line) == 0)
                #expect(Self.unescaped("_", in: line) == 0 && Self.unescaped("~", in: line) == 0)
                #expect(!line.unicodeScalars.contains("\u{202E}") && !line.contains("\r"))
                let prefix = line.prefix { "#-> ".contains($0) }
                #expect(prefix == other.prefix { "#-> ".contains($0) }, "\(line)")
            }
        }
    }

    private static func unescaped(_ character: Character, in line: Substring) -> Int {
        var count = 0
        var isEscaped = false
        for current in line {
            if current == character && !isEscaped { count += 1 }
            isEscaped = current == "\\" && !isEscaped
        }
        return count
    }

    @Test func `a list item that begins like a list or heading is text`() throws {
        for text in ["- a", "+ a", "# a", "1. a", "12) a", "=a", ": a"] {
            let draft = try draft { week in
                var week = week
                var objectives = week["objectives"]?.array ?? []
                objectives[0]["text"] = .string(text)
                week["objectives"] = .array(objectives)
                return week
            }
            let line = MarkdownWriter.write(DraftComposer.compose(draft)).split(separator: "\n").first {
                $0.hasSuffix("24. november 2026)*")
            }
            let item = try #require(line).dropFirst(2)
            #expect(item.hasPrefix("\\") || item.hasPrefix("1\\.") || item.hasPrefix("12\\)"), "\(item)")
        }
    }

    @Test func `a unit with nothing agreed gets a draft that says so`() throws {
        let definitions = try Example.definitions()
        let week = Week(stored: ["weekId": "w", "units": [["id": "u", "name": "Enheden"]]])
        let draft = try #require(GoalPlanDraft.make(unitId: "u", week: week, models: [], definitions: definitions))
        let text = MarkdownWriter.write(DraftComposer.compose(draft))
        #expect(
            text.contains("*Enheden har ingen mål i ugen.*") && text.contains("*Enheden er ikke part i nogen aftale.*"))
        #expect(text.contains("- [ ] Det er ikke angivet, hvilken funktion der leder Enheden."))
    }

    @Test func `what was confirmed before a change says so`() throws {
        let draft = try draft { week in
            var week = week
            var models = week["models"]?.array ?? []
            var confirmations = models[1]["confirmations"]?.array ?? []
            confirmations[0]["contentVersion"] = "0"
            confirmations[0]["give"] = "Et kvarter"
            models[1]["confirmations"] = .array(confirmations)
            week["models"] = .array(models)
            return week
        }
        #expect(
            MarkdownWriter.write(DraftComposer.compose(draft)).contains(
                "Skoleleder, Lærkeskolen (19. januar 2027; bekræftet før ændring; giver: Et kvarter); Koordinator"))
    }
}
