import Foundation
import Planning
import TestSeeds
import Testing

@Suite struct WeekTableTests {
    private func week() throws -> JSONValue { StoredWeek(splitting: try Fixtures.example()).week }

    private func bring(
        _ files: [String: String], into week: JSONValue? = nil, writtenInModels: [EntityKind: Set<String>] = [:]
    ) throws -> (week: JSONValue, changes: [WeekChange]) {
        let tables = files.sorted { $0.key < $1.key }.map { WeekTable(file: $0.key, data: Data($0.value.utf8)) }
        return try WeekPartEdit.bringing(
            tables, into: try week ?? self.week(), writtenInModels: writtenInModels,
            definitions: try Fixtures.definitions())
    }

    private func faults(_ files: [String: String]) throws -> [String] {
        do {
            _ = try bring(files)
            return []
        } catch let error as ImportFaults {
            return error.faults.map {
                [$0.file ?? "", $0.row.map(String.init) ?? "", $0.column?.da ?? ""].joined(separator: "/")
            }
        }
    }

    @Test func `a preview tells what is created, what is changed from what to what, and what is left alone`() throws {
        let result = try bring([
            "enheder.csv":
                "enhed-id;navn;leders funktion\nu-skole;Lærkeskolen;Skoleleder\nu-fam;;Leder\n;Biblioteket;Leder\n"
        ])
        #expect(result.changes.map(\.kind) == [.unchanged, .changed, .created])
        #expect(result.changes.map(\.row) == [2, 3, 4])
        let changed = result.changes[1]
        #expect(changed.name == "Familie og Rådgivning" && changed.fields.map(\.label.da) == ["Leders funktion"])
        #expect(changed.fields[0].before == "Afdelingsleder" && changed.fields[0].after == "Leder")
        let made = try #require(result.week.elements("units").last)
        #expect(made["name"] == "Biblioteket" && made["id"]?.string == result.changes[2].id)
        #expect(result.week.elements("units")[0] == (try week()).elements("units")[0])
    }

    @Test func `every kind of table written out and brought again changes nothing`() throws {
        let week = try week()
        for id in WeekPart.ID.allCases {
            for language in [Language.danish, .english] {
                let rows = WeekTable.rows(of: id, in: week, language)
                let result = try bring(["t.csv": TableText.write(rows)])
                #expect(result.week == week, "\(id)")
                #expect(result.changes.allSatisfy { $0.kind == .unchanged } && result.changes.count == rows.count - 1)
            }
        }
    }

    @Test func `files refer to one another by name, also to what another file makes`() throws {
        let result = try bring([
            "a.csv": "mål-id;enhed;mål;målsætninger;borgergruppe;frist;målbart\n"
                + ";Biblioteket;Alle børn har en bog;Flere læser|ms-1;børnefamilier, DER ikke går til noget;31-12-2027;ja\n",
            "b.csv": "enhed-id;navn\n;Biblioteket\n",
            "c.csv": "målsætning-id,målsætning,kilde,valgt i år\n,Flere læser,Budgetaftale 2027,ja\n",
        ])
        let week = Week(stored: result.week)
        let goal = try #require(week.goals.last)
        let objective = try #require(week.objectives.last)
        #expect(goal.unitId == week.units.last?.id && goal.objectiveIds == [objective.id, "ms-1"])
        #expect(goal.citizenGroupId == "bg-2" && goal.deadline?.iso == "2027-12-31" && goal.isMeasurable)
        #expect(objective.sourceId == "bud-2027" && week.budgetAgreements[0].objectiveIds == ["ms-3", objective.id])
        #expect(week.annualSelection?.selectedObjectiveIds == ["ms-1", "ms-2", objective.id])
        // Brought again, all is there.
        let again = try bring(["b.csv": "enhed-id;navn\n;biblioteket\n"], into: result.week)
        #expect(again.changes.map(\.id) == [week.units.last?.id])
    }

    @Test func `every fault has its file, row and column, and nothing is brought while there is one`() throws {
        let found = try faults([
            "g.csv": "mål-id;enhed;mål;frist;målbart\n;Ukendt;Et mål;32-01-2027;måske\n;;;;\nm-1;;;;\n;Lærkeskolen;;;\n"
                + ";Lærkeskolen;To;;;\n",
            "u.csv": "enhed-id;navn;forvaltning\nu-1;;Kultur\nu 2;Navn;\nu-3;A;\nu-3;B;\n",
        ])
        #expect(
            found.sorted() == [
                "g.csv/2/Enhed", "g.csv/2/Frist", "g.csv/2/Målbart", "g.csv/5/Mål", "g.csv/6/", "u.csv/2/Navn",
                "u.csv/5/",
            ])
    }

    @Test func `a rule of the interchange format is told at the cell that broke it`() throws {
        #expect(try faults(["u.csv": "enhed-id;navn\nu 2;Navn\n"]) == ["u.csv/2/enhed-id"])
        #expect(
            try faults(["p.csv": "politik-id;titel;gælder fra;gælder til\n;P;2027-02-01;2027-01-01\n"])
                == ["p.csv/2/Gælder til"])
    }

    @Test func `a file that is no table is refused with what to do about it`() throws {
        let workbook = WeekTable(file: "w.xlsx", data: Data([0x50, 0x4B, 3, 4, 0x14, 0]))
        #expect(workbook.faults.map(\.row) == [nil])
        #expect(workbook.faults[0].message.contains("Gem den som UTF-8 (i et regneark »CSV UTF-8"))
        #expect(WeekTable(file: "x.csv", data: Data("navn;id\nA;1\n".utf8)).faults.map(\.row) == [1])
        #expect(WeekTable(file: "x.csv", data: Data()).faults.map(\.row) == [1])
        #expect(WeekTable(file: "x.csv", data: Data("enhed-id;navn;hat\nA;1;2\n".utf8)).faults.map(\.row) == [1])
        #expect(WeekTable(file: "x.csv", data: Data("enhed-id;navn\na;\"b\n".utf8)).faults.map(\.row) == [2])
        let large = WeekTable(file: "x.csv", data: Data(repeating: 0x61, count: WeekTable.mostBytes + 1))
        #expect(large.faults.map(\.row) == [nil])
    }

    @Test func `what a model writes is not written over by a table, and may stand there unchanged`() throws {
        let unchanged = "milepæl-id;dokumentation\nmp-1;En sides opsamling\n"
        let changed = "milepæl-id;dokumentation\nmp-1;Ti sider\n"
        let written: [EntityKind: Set<String>] = [.milestone: ["mp-1"]]
        #expect(try bring(["m.csv": unchanged], writtenInModels: written).changes.map(\.kind) == [.unchanged])
        #expect(throws: ImportFaults.self) { try bring(["m.csv": changed], writtenInModels: written) }
        #expect(try bring(["m.csv": changed]).changes.map(\.kind) == [.changed])
    }

    @Test func `a table in Windows-1252 is read as it was written, and that is told`() throws {
        // "enhed-id;navn\n;Børnehuset Åen\n"
        let bytes = "enhed-id;navn\n;B\u{F8}rnehuset \u{C5}en\n".unicodeScalars.map { UInt8($0.value) }
        let table = WeekTable(file: "w.csv", data: Data(bytes))
        #expect(table.faults.isEmpty)
        #expect(table.notes.map(\.da).first?.contains("»w.csv« er læst som Windows-1252") == true)
        let result = try WeekPartEdit.bringing([table], into: try week(), definitions: try Fixtures.definitions())
        #expect(result.changes.map(\.name) == ["Børnehuset Åen"])
    }

    /// The example week with hostile texts in all that tables hold.
    private func hostileWeek(_ seed: UInt64) throws -> JSONValue {
        var hostile = HostileText(seed: seed)
        var week = try week()
        for part in WeekPart.all {
            let items = part.items(in: week).map { item in
                var item = item
                for column in part.columns where item[column.member] != nil {
                    switch column.kind {
                    case .longText: item[column.member] = .string("a" + hostile.cell() + "b" + hostile.cell())
                    case .text: item[column.member] = .string("a" + hostile.next() + "b")
                    case .texts: item[column.member] = .strings([hostile.next() + "a", "b" + hostile.next()])
                    default: break
                    }
                }
                return item
            }
            if !items.isEmpty { week[part.member] = part.isSingle ? items[0] : .array(items) }
        }
        return Week.cleaning(week.withCleanTexts, definitions: try Fixtures.definitions())
    }

    private func written(_ id: WeekPart.ID, of week: JSONValue) -> String {
        TableText.write(WeekTable.rows(of: id, in: week, .danish))
    }

    @Test(arguments: 1...6 as ClosedRange<UInt64>)
    func `hostile texts in every table, written out and brought again three times, change nothing`(seed: UInt64) throws
    {
        print("seed \(seed)")
        let week = try hostileWeek(seed)
        for id in WeekPart.ID.allCases {
            let text = written(id, of: week)
            for _ in 0..<3 {
                let result = try bring(["t.csv": text], into: week)
                #expect(result.week == week, "\(id)")
                #expect(result.changes.allSatisfy { $0.kind == .unchanged }, "\(id)")
                #expect(written(id, of: result.week) == text)
            }
        }
    }

    @Test(arguments: 1...6 as ClosedRange<UInt64>)
    func `one cell changed in a table of hostile texts changes that cell alone, and takes the rest as it was`(
        seed: UInt64
    )
        throws
    {
        print("seed \(seed)")
        let week = try hostileWeek(seed)
        var rows = WeekTable.rows(of: .goals, in: week, .danish)
        let column = try #require(rows[0].firstIndex(of: "mål"))
        rows[1][column] += " og ét ord til"
        let result = try bring(["t.csv": TableText.write(rows)], into: week)
        #expect(result.changes.filter { $0.kind == .changed }.map(\.id) == [rows[1][0]])
        #expect(result.changes.flatMap(\.fields).map(\.label.da) == ["Mål"])
        #expect(result.week.elements("goals")[0]["text"] == .string(rows[1][column]))
        #expect(written(.goals, of: result.week) == TableText.write(rows))
    }

    @Test func `several in one cell are told apart also where one of them has a bar or a backslash in it`() throws {
        var week = try week()
        week["annualSelection"] = ["year": 2027, "dialogueWith": ["A|B", "C\\", "D"]]
        let table = written(.annualSelection, of: week)
        #expect(try bring(["t.csv": table], into: week).week == week)
        let more = table.replacing("| D", with: "| D | E")
        let result = try bring(["t.csv": more], into: week).week
        #expect(result["annualSelection"]?["dialogueWith"] == ["A|B", "C\\", "D", "E"])
    }

    @Test func `what two things are called is written as an id, so that it is known again`() throws {
        var week = try week()
        var units = week.elements("units")
        for place in units.indices { units[place]["name"] = "Dagtilbud" }
        week["units"] = .array(units)
        let rows = WeekTable.rows(of: .goals, in: week, .danish)
        let column = try #require(rows[0].firstIndex(of: "enhed"))
        #expect(rows.dropFirst().map { $0[column] } == week.elements("goals").map { $0["unitId"]?.string ?? "" })
        let other = rows.map { row in row.enumerated().map { $0 == 0 && row != rows[0] ? "" : $1 } }
        // Without ids the rows are known by their texts, and still mean the same units.
        #expect(try bring(["t.csv": TableText.write(other)], into: week).week == week)
    }
}
