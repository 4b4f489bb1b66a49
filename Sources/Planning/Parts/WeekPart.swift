/// One kind of what a week is made from, as tables and forms have it. The columns are data, so that reading a table,
/// writing one, showing a form and comparing before and after are the same for all kinds.
package struct WeekPart: Sendable, Hashable {
    package enum ID: String, Sendable, Hashable, CaseIterable {
        case policies, budgetAgreements, objectives, annualSelection, units, externalParties, citizenGroups, goals
        case trialActions, signs, milestones
    }

    package let id: ID
    /// Nil for the yearly selection, of which a week has one.
    package let entity: EntityKind?
    /// In the plural, as a heading.
    package let name: LocalizedText
    /// A table's first column, which tells what the table holds.
    package let idLabel: LocalizedText
    package let columns: [WeekColumn]
    /// The column that an item is known by where it has no id.
    package let nameMember: String

    /// The member of the interchange document.
    package var member: String { id.rawValue }
    package var isSingle: Bool { entity == nil }

    /// The beginning of ids made here.
    var prefix: String { WeekEdit.lists.first { $0.member == member }?.prefix ?? member }

    package static func part(_ id: ID) -> WeekPart { all.first { $0.id == id } ?? all[0] }

    func column(_ member: String) -> WeekColumn? { columns.first { $0.member == member } }

    /// The column that a place inside an item belongs to: `objectiveIds[2]` to `objectiveIds`.
    func column(at place: String) -> WeekColumn? {
        columns.first { place == $0.member || place.hasPrefix($0.member + ".") || place.hasPrefix($0.member + "[") }
    }

    /// The part's items in a week's document; the yearly selection is one, or none.
    package func items(in week: JSONValue) -> [JSONValue] {
        if isSingle { return week[member]?.object == nil ? [] : [week[member] ?? [:]] }
        return week.elements(member)
    }

    /// The only item of a part that has one.
    package static let singleID = "annualSelection"

    package func id(of item: JSONValue) -> String { isSingle ? Self.singleID : item["id"]?.string ?? "" }

    /// What an item is called.
    package func name(of item: JSONValue) -> String {
        let name = isSingle ? item["year"]?.int.map(String.init) : item[nameMember]?.string
        return presentText(name) ?? id(of: item)
    }
}
