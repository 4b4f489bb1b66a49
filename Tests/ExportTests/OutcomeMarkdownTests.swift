import Export
import Testing

@Suite struct OutcomeMarkdownTests {
    @Test func `the example's outcome reads as the one beside it`() throws {
        let expected = try Example.text("Sessions/examples/session-outcome-skolefravaer.md")
        #expect(MarkdownWriter.write(OutcomeComposer.compose(try Example.outcome())) == expected)
    }
}
