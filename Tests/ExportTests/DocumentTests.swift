import Export
import Foundation
import Planning
import TestSeeds
import Testing

/// The three writers of the one document.
@Suite struct DocumentTests {
    private static let seed: UInt64 = 1903

    private func documents() throws -> (plain: [ExportDocument], hostile: [ExportDocument]) {
        func both(_ change: (JSONValue) -> JSONValue) throws -> [ExportDocument] {
            [
                DraftComposer.compose(try Example.draft("u-skole", change)),
                OutcomeComposer.compose(try Example.outcome("s-1", change)),
            ]
        }
        print("seed \(Self.seed)")
        var hostile = HostileText(seed: Self.seed)
        return (
            try both { week in
                var count = 0
                return Example.replacingTexts(in: week) {
                    count += 1
                    return "ord \(count)"
                }
            },
            try both { week in
                var count = 0
                return Example.replacingTexts(in: week) {
                    count += 1
                    return "ord \(count) " + hostile.next()
                }
            }
        )
    }

    /// The names of the tags in a text, in order. By bytes, as a browser reads.
    private func tags(_ html: String) -> [String] {
        html.utf8.split(separator: UInt8(ascii: "<")).dropFirst().map { rest in
            String(decoding: rest.prefix { $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: " ") }, as: UTF8.self)
        }
    }

    @Test func `hostile text makes no element in HTML`() throws {
        let (plain, hostile) = try documents()
        for (expected, document) in zip(plain, hostile) {
            #expect(tags(HTMLWriter.write(document)) == tags(HTMLWriter.write(expected)))
        }
    }

    /// Every `t` of a pandoc tree, without those that only hold words.
    private func nodes(_ json: JSONValue) -> [String] {
        switch json {
        case .array(let elements): return elements.flatMap(nodes)
        case .object(let members):
            let own = members["t"]?.string.map { [$0] } ?? []
            let inner = members.sorted { $0.key < $1.key }.flatMap { nodes($0.value) }
            return own.filter { !["Str", "Space"].contains($0) } + inner
        default: return []
        }
    }

    @Test func `hostile text makes no node in pandoc's tree but words, and no raw one, link or formula is ever there`()
        throws
    {
        let (plain, hostile) = try documents()
        for (expected, document) in zip(plain, hostile) {
            let tree = try JSONValue.parse(PandocWriter.write(document, version: [1, 22, 1]))
            let kinds = nodes(tree)
            #expect(kinds == nodes(try JSONValue.parse(PandocWriter.write(expected, version: [1, 22, 1]))))
            #expect(Set(kinds).isDisjoint(with: ["RawInline", "RawBlock", "Link", "Image", "Math", "Code"]))
        }
    }

    @Test func `pandoc's tree has a node for what stands in one style, not for each of its words`() {
        func pieces(_ words: Int) -> Int {
            let line = Line(String(repeating: "ord ", count: words)) + .strong("og så")
            let document = ExportDocument(
                title: "Ét samarbejde", language: .danish, pageHead: [], blocks: [.paragraph(line)])
            return PandocWriter.write(document, version: [1, 22, 1])
                .components(separatedBy: #""t":"Str""#).count
        }
        #expect(pieces(1) == pieces(10_000))
    }

    @Test func `headings leave no level out, so that a screen reader can follow`() throws {
        for unit in ["u-skole", "u-fam", "u-ung", "u-kfi", "u-spl"] {
            let documents = [
                DraftComposer.compose(try Example.draft(unit)), OutcomeComposer.compose(try Example.outcome()),
            ]
            for document in documents {
                var last = 0
                for case .heading(let level, _) in document.blocks {
                    #expect(level <= last + 1)
                    last = level
                }
            }
        }
    }

    @Test func `every table has a heading for each column, or for each row`() throws {
        let documents = [
            DraftComposer.compose(try Example.draft()), OutcomeComposer.compose(try Example.outcome()),
        ]
        for document in documents {
            for case .table(let table) in document.blocks {
                #expect(table.head.allSatisfy { !$0.isEmpty })
                if table.head.isEmpty { #expect(table.rows.allSatisfy { $0.first?.isEmpty == false }) }
                #expect(table.rows.allSatisfy { $0.count == table.widths.count })
            }
        }
    }

    @Test func `an outcome holds functions and no names`() throws {
        let text = String(decoding: try Example.outcome().jsonData(), as: UTF8.self)
        #expect(text.contains("Skoleleder") && !text.contains("Deltager A"))
    }

    @Test func `the unit's KLE number goes before the municipality's, and stands at the head`() throws {
        func head(_ municipality: JSONValue?, _ unit: JSONValue?) throws -> [String] {
            let draft = try Example.draft("u-skole") { week in
                var week = week
                week["municipality"]?["kle"] = municipality
                var units = week["units"]?.array ?? []
                for index in units.indices { units[index]["kle"] = unit }
                week["units"] = .array(units)
                return week
            }
            return DraftComposer.compose(draft).pageHead
        }
        #expect(try head(nil, nil) == ["Lærkeskolen", "Målplan 2027", "udkast, version 1"])
        #expect(try head("00.01.00", nil).last == "KLE 00.01.00")
        #expect(try head("00.01.00", "17.00.00").last == "KLE 17.00.00")
    }

    @Test func `file names hold nothing but lower-case letters, digits and hyphens`() {
        #expect(FileName.make(["Målplan", "2027", "Æblø Skole (Øst)/../x"]) == "maalplan-2027-aebloe-skole-oest-x")
        #expect(FileName.make(["\u{0}//", ".."]) == "samspil")
        #expect(FileName.make([String(repeating: "a", count: 500)]).utf8.count <= 80)
    }
}
