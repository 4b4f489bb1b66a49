import Foundation
import Planning
import Testing

@Suite struct FieldDefinitionsTests {
    @Test func `the template holds the twenty-eight fields in both languages`() throws {
        let definitions = try Fixtures.definitions()
        #expect(definitions.fields.count == 28)
        for field in definitions.fields {
            #expect(
                !field.label.en.isEmpty && !field.question.en.isEmpty && field.label.da != "" && field.question.da != ""
            )
            #expect(field.requirements.count == 3)
            #expect(field.kind.hasRows == !field.columns.isEmpty)
        }
    }

    @Test func `which fields a level requires follows the template`() throws {
        let definitions = try Fixtures.definitions()
        func count(_ level: Level, _ requirement: Requirement) -> Int {
            definitions.fields.count { $0.requirement(at: level) == requirement }
        }
        #expect(count(.knowledge, .required) == 14)
        #expect(count(.coordination, .required) == 21)
        #expect(count(.coCreation, .required) == 24)
        #expect(count(.knowledge, .requiredWithPersonalData) == 1)
        #expect(definitions.visible(at: .knowledge).count == 19)
        #expect(definitions.visible(at: .coCreation).count == 28)
    }

    @Test func `everything wrong in a template is told at once, in both languages, with its place`() throws {
        var source = try JSONValue.parse(Fixtures.data("Sessions/templates/fields.json"))
        source["fields", 0, "labelEn"] = nil
        source["fields", 1, "type"] = "ref:planet"
        source["fields", 2, "section"] = "nowhere"
        source["fields", 3, "id"] = "title"
        source["fields", 7, "columns"] = []
        source["fields", 10, "columns", 1, "id"] = "activity"
        source["schemaVersion"] = 9
        let error = #expect(throws: FieldDefinitionsError.self) { try FieldDefinitions.load(source.data()) }
        let paths = Set(error?.faults.map(\.path) ?? [])
        #expect(
            paths == [
                "$.fields[0].labelEn", "$.fields[1].type", "$.fields[2].section", "$.fields[2].id", "$.fields[7]",
                "$.fields[10].columns[1].id", "$.schemaVersion",
            ])
        #expect(error?.faults.allSatisfy { !$0.message.isEmpty && !$0.messageEn.isEmpty } == true)
    }

    @Test func `a template that isn't JSON says so`() {
        #expect(throws: FieldDefinitionsError.self) { try FieldDefinitions.load(Data("{".utf8)) }
    }

    @Test func `a template without the title is refused`() throws {
        var source = try JSONValue.parse(Fixtures.data("Sessions/templates/fields.json"))
        source["fields", 0] = nil
        let error = #expect(throws: FieldDefinitionsError.self) { try FieldDefinitions.load(source.data()) }
        #expect(error?.faults.map(\.path) == ["$.fields"])
    }

    @Test func `a choice outside the template is shown as it was written`() throws {
        let column = try #require(try Fixtures.definitions()["roles"]?.column("role"))
        #expect(column.label(ofChoice: "A") == .init(da: "overordnet ansvarlig", en: "accountable"))
        #expect(column.label(ofChoice: "ven").da == "ven")
    }

    @Test func `the agenda takes three hours and asks a question in every phase`() throws {
        let agenda = try #require(try Fixtures.agendas().agendas.first)
        #expect(agenda.phases.compactMap { $0["minutes"]?.int }.reduce(0, +) == 180)
        #expect(agenda.phases.allSatisfy { $0["question"]?.string != nil && $0["questionEn"]?.string != nil })
        #expect(agenda.phases.allSatisfy { $0["title"]?.string != nil && $0["titleEn"]?.string != nil })
    }
}
