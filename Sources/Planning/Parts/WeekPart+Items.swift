/// Single items of a part in a week's document.
extension WeekPart {
    package func item(_ id: String, in week: JSONValue) -> JSONValue? {
        items(in: week).first { self.id(of: $0) == id }
    }

    /// Where each id stands.
    func places(of items: [JSONValue]) -> [String: Int] {
        Dictionary(items.enumerated().map { (id(of: $1), $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Where an item stands in the document.
    func path(_ place: Int?) -> JSONPath {
        let list = JSONPath.root[member]
        return isSingle ? list : place.map { list[$0] } ?? list
    }

    /// Writes all items; the only one of a part that has one.
    func put(_ items: [JSONValue], in week: inout JSONValue) {
        week[member] = isSingle ? items.last : .array(items)
    }

    func empty(id: String) -> JSONValue { isSingle ? [:] : ["id": .string(id)] }

    /// An id that nothing has: `m-7`.
    /// - Parameter number: where to look from; then the number behind the one that was found.
    func freeID(from number: inout Int, isTaken: (String) -> Bool) -> String {
        while isTaken("\(prefix)-\(number)") { number += 1 }
        defer { number += 1 }
        return "\(prefix)-\(number)"
    }

    /// What every column says of an item, by member; nothing of those that say nothing.
    package func values(of item: JSONValue, in week: JSONValue) -> JSONValue {
        .object(
            Dictionary(
                columns.compactMap { column in column.value(of: item, in: week).map { (column.member, $0) } },
                uniquingKeysWith: { first, _ in first }))
    }
}
