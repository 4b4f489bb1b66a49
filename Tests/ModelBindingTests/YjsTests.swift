import CRDT
import Foundation
import ModelBinding
import Planning
import Testing

/// The pages' writers are browsers that use Yjs itself: what it writes is read here, and what is written here it reads.
@Suite struct YjsTests {
    /// Runs JavaScript with Debian's Yjs as `Y` and gives back what it printed. Bytes go in and out as base64.
    private func node(_ script: String, _ argument: String = "") throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["node", "-e", "const Y = require('yjs');\n" + script, argument]
        process.environment = ProcessInfo.processInfo.environment.merging(
            ["NODE_PATH": "/usr/share/nodejs"], uniquingKeysWith: { old, _ in old })
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        return String(decoding: data, as: UTF8.self)
    }

    @Test func `a document that two browsers wrote reads as they left it`() throws {
        let script = """
            const a = new Y.Doc(), b = new Y.Doc()
            const row = (entries) => { const map = new Y.Map(); for (const [key, value] of Object.entries(entries)) map.set(key, value); return map }
            a.getText('title').insert(0, 'Fra fravær')
            a.getText('collaborationGoal').insert(0, 'Én indkaldelse 😀')
            a.getMap('values').set('collaborationGoal.date', '2027-12-31')
            a.getMap('values').set('period.start', '2027-02-01')
            a.getMap('values').set('coordinator.unitId', 'u-fam')
            a.getMap('values').set('coordinator.function', 'Koordinator')
            a.getMap('values').set('citizenGroup', 'bg-1')
            a.getMap('goals').set('m-3', 'k'); a.getMap('goals').set('m-1', 'V')
            a.getMap('roles').set('r-2', row({ order: 'k', activity: new Y.Text('Første samtale'), unitId: 'u-fam', function: new Y.Text('Koordinator'), role: 'responsible' }))
            a.getMap('roles').set('r-1', row({ order: 'z', activity: new Y.Text('Se'), unitId: 'u-skole' }))
            a.getMap('knowledgeItems').set('r-1', row({ order: 'V', what: new Y.Text('Tal'), to: ['u-fam', 'u-ung'], personalData: true }))
            a.getMap('evaluation').set('r-1', row({ order: 'V', date: '2027-03-30', 'responsible.unitId': 'u-fam', 'responsible.function': new Y.Text('Koordinator') }))
            a.getMap('signs').set('t-3', row({ order: 'V', text: new Y.Text('Hverdage'), goalId: 'm-3' }))
            a.getMap('resources').set('væk', row({ what: new Y.Text('slettes') }))
            Y.applyUpdate(b, Y.encodeStateAsUpdate(a))
            b.getText('title').insert(10, ' til fremmøde')
            a.getMap('roles').get('r-1').get('activity').insert(2, ' fraværet')
            b.getMap('roles').get('r-1').set('order', 'A')
            b.getMap('resources').delete('væk')
            b.getText('externalParties.noneBecause').insert(0, 'Ingen endnu')
            Y.applyUpdate(a, Y.encodeStateAsUpdate(b, Y.encodeStateVector(a)))
            process.stdout.write(Buffer.from(Y.encodeStateAsUpdate(a)).toString('base64'))
            """
        let update = try #require(Data(base64Encoded: try node(script)))
        let document = Document(clientID: 1)
        _ = try document.apply(Array(update))
        let model = ModelBinding.read(document, id: "m", level: .coordination, definitions: try Fixtures.definitions())
        let expected: [String: FieldValue] = [
            "title": .text("Fra fravær til fremmøde"),
            "collaborationGoal": .textWithDate(text: "Én indkaldelse 😀", date: CalendarDate("2027-12-31")),
            "period": .dateRange(start: CalendarDate("2027-02-01"), end: nil),
            "coordinator": .unitFunction(.init(unitId: "u-fam", function: "Koordinator")),
            "citizenGroup": .reference("bg-1"),
            "goals": .references(["m-1", "m-3"]),
            "roles": .rows(
                [
                    Row(
                        id: "r-1", order: "A",
                        cells: ["activity": .text("Se fraværet"), "unitId": .reference("u-skole")]),
                    Row(
                        id: "r-2", order: "k",
                        cells: [
                            "activity": .text("Første samtale"), "unitId": .reference("u-fam"),
                            "function": .text("Koordinator"), "role": .choice("responsible"),
                        ]),
                ], noneBecause: ""),
            "knowledgeItems": .rows(
                [
                    Row(
                        id: "r-1", order: "V",
                        cells: [
                            "what": .text("Tal"), "to": .references(["u-fam", "u-ung"]), "personalData": .bool(true),
                        ])
                ], noneBecause: ""),
            "evaluation": .rows(
                [
                    Row(
                        id: "r-1", order: "V",
                        cells: [
                            "date": .date(try #require(CalendarDate("2027-03-30"))),
                            "responsible": .unitFunction(.init(unitId: "u-fam", function: "Koordinator")),
                        ])
                ], noneBecause: ""),
            "signs": .rows(
                [Row(id: "t-3", order: "V", cells: ["text": .text("Hverdage"), "goalId": .reference("m-3")])],
                noneBecause: ""),
            "externalParties": .rows([], noneBecause: "Ingen endnu"),
        ]
        for (field, value) in expected { #expect(model.values[field] == value) }
        #expect(model.values.count == expected.count)
    }

    @Test func `a browser finds the layout it expects in what was imported, and its edits come back`() throws {
        let definitions = try Fixtures.definitions()
        let model = try #require(try Fixtures.models().first { $0.id == "k-1" })
        let update = Data(ModelBinding.makeUpdate(for: model, definitions: definitions)).base64EncodedString()
        let script = """
            const doc = new Y.Doc()
            Y.applyUpdate(doc, Buffer.from(process.argv[1], 'base64'))
            const assert = require('assert')
            assert.equal(doc.getText('title').toString(), 'Fra fravær til fremmøde')
            assert.equal(doc.getMap('values').get('period.end'), '2028-01-31')
            assert.equal(doc.getMap('values').get('collaborationGoal.date'), '2027-12-31')
            assert.deepEqual([...doc.getMap('parties').entries()].sort((x, y) => x[1] < y[1] ? -1 : 1).map(x => x[0]), ['u-skole', 'u-fam', 'u-ung'])
            const roles = doc.getMap('roles')
            assert.equal(roles.size, 3)
            for (const row of roles.values()) assert(row.get('activity') instanceof Y.Text && row.get('function') instanceof Y.Text)
            assert.deepEqual(doc.getMap('knowledgeItems').get('r1').get('to'), ['u-fam', 'u-ung'])
            assert.equal(doc.getMap('knowledgeItems').get('r2').get('personalData'), true)
            assert.equal(doc.getMap('evaluation').get('r1').get('responsible.unitId'), 'u-fam')
            assert.equal(doc.getMap('evaluation').get('r1').get('responsible.function').toString(), 'Koordinator')
            assert(doc.getMap('initiatives').get('r1').get('dependsOn') instanceof Y.Text)
            assert.equal(doc.getMap('signs').get('t-3').get('text').toString().length > 10, true)
            roles.get('r1').get('activity').insert(0, 'Nu: ')
            doc.getMap('signs').get('t-4').get('baseline').insert(0, '3 af 5 team')
            process.stdout.write(Buffer.from(Y.encodeStateAsUpdate(doc)).toString('base64'))
            """
        let edited = try #require(Data(base64Encoded: try node(script, update)))
        let document = Document(clientID: 1)
        _ = try document.apply(Array(edited))
        let live = ModelBinding.read(document, id: "k-1", level: .coordination, definitions: definitions)
        #expect(live.rows("roles")[0].text("activity") == "Nu: Se fraværet og melde til")
        #expect(live.rows("signs")[1].text("baseline") == "3 af 5 team")
        var same = live
        same.values["roles"] = model.values["roles"]
        same.values["signs"] = model.values["signs"]
        #expect(same == model)
    }
}
