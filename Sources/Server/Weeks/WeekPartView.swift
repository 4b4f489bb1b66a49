import Application
import Planning

/// A kind of reference data as forms show it: the columns are the tables' own, so the page has no list of them.
struct WeekPartView: Codable, SchemaRefining {
    static let refinedMembers = ["id": Schema.weekPartID]

    /// A column as a form field.
    struct Column: Codable, SchemaRefining {
        static let refinedMembers = [
            "kind": Schema.oneOf([
                "text", "longText", "date", "yesNo", "number", "texts", "reference", "references",
            ]),
            "refersTo": Schema.array(of: Schema.weekPartID),
        ]

        let member: String
        let label: LocalizedText
        let kind: String
        /// The parts whose items it may refer to.
        let refersTo: [String]
        let isRequired: Bool

        init(_ column: WeekColumn) {
            (member, label, isRequired) = (column.member, column.label, column.isRequired)
            (kind, refersTo) = Self.kind(column.kind)
        }

        /// Words of the interface; the page chooses its input by them.
        private static func kind(_ kind: WeekColumn.Kind) -> (String, [String]) {
            func parts(_ entity: EntityKind) -> [String] {
                WeekPart.all.filter { $0.entity == entity }.map(\.member)
            }
            return switch kind {
            case .text: ("text", [])
            case .longText: ("longText", [])
            case .date: ("date", [])
            case .yesNo, .selection: ("yesNo", [])
            case .number: ("number", [])
            case .texts: ("texts", [])
            case .reference(let entity): ("reference", parts(entity))
            case .references(let entity): ("references", parts(entity))
            case .source: ("reference", [WeekPart.ID.policies, .budgetAgreements].map(\.rawValue))
            }
        }
    }

    /// A row. Its tag is what a change of it has to name.
    struct Item: Codable, SchemaRefining {
        static let refinedMembers = ["values": Schema.partValues]

        let id, name, tag: String
        /// By the columns' members.
        let values: JSONValue
        /// Its words are written in a collaboration model, and changed there.
        let isWrittenInModel: Bool
    }

    let id: String
    let name: LocalizedText
    let isSingle: Bool
    let columns: [Column]
    let items: [Item]

    init(_ part: WeekPart, in week: JSONValue, writtenInModels: [EntityKind: Set<String>]) {
        (id, name, isSingle) = (part.member, part.name, part.isSingle)
        columns = part.columns.map(Column.init)
        items = part.items(in: week).map { item in
            let id = part.id(of: item)
            return Item(
                id: id, name: part.name(of: item), tag: part.tag(ofItem: item, in: week).text,
                values: part.values(of: item, in: week),
                isWrittenInModel: part.entity.map { writtenInModels[$0]?.contains(id) == true } ?? false)
        }
    }
}
