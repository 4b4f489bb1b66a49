import CRDT
import Planning

/// Reads the cells of one row.
struct CellReader {
    private let row: YMap

    init(_ row: YMap) {
        self.row = row
    }

    func cell(_ column: ColumnDefinition) -> CellValue? {
        switch column.kind {
        case .text, .longText: present(entry(column.id).text).map(CellValue.text)
        case .choice: present(entry(column.id).text).map(CellValue.choice)
        case .date: entry(column.id).date.map(CellValue.date)
        case .boolean: entry(column.id).bool.map(CellValue.bool)
        case .unit, .externalParty, .goal: present(entry(column.id).text).map(CellValue.reference)
        case .units, .externalParties, .goals, .signs: references(entry(column.id))
        case .unitFunction: unitFunction(column.id)
        }
    }

    /// The entry under the column's name, or under another name it goes by.
    private func entry(_ column: String) -> Output? {
        if let output = row[column] { return output }
        return DocumentLayout.aliases(column).lazy.compactMap { row[$0] }.first
    }

    private func present(_ text: String?) -> String? {
        text.flatMap { $0.isEmpty ? nil : $0 }
    }

    private func references(_ output: Output?) -> CellValue? {
        var seen: Set<String> = []
        let ids = output.strings.filter { !$0.isEmpty && seen.insert($0).inserted }
        return ids.isEmpty ? nil : .references(Array(ids.prefix(InterchangeLimits.listElements)))
    }

    private func unitFunction(_ column: String) -> CellValue? {
        let whole = row[column]
        let value = Week.UnitFunction(
            unitId: row[DocumentLayout.part(column, "unitId")].text ?? whole.member("unitId"),
            function: row[DocumentLayout.part(column, "function")].text ?? whole.member("function"))
        return value.isEmpty ? nil : .unitFunction(value)
    }
}
