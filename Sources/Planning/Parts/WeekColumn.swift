/// One thing that is said of each item of a ``WeekPart``: a column in a table, a field in a form.
package struct WeekColumn: Sendable, Hashable {
    /// What a column holds; it also says what the interchange format lets stand there.
    package enum Kind: Sendable, Hashable {
        case text, longText, date, yesNo
        case number(ClosedRange<Int>)
        case reference(EntityKind)
        case references(EntityKind)
        /// Several texts.
        case texts
        /// A policy or a budget agreement.
        case source
        /// Whether the item's id stands in this list of the yearly selection.
        case selection(String)
    }

    /// The member of the interchange document, `baseline.value` for one inside another. Unique in the part.
    package let member: String
    /// What a column and a field are called; a table's first row has it, in either language and any case.
    package let label: LocalizedText
    /// How its cells are read and written, and which field a form shows.
    package let kind: Kind
    /// An item cannot be made without it.
    package let isRequired: Bool

    /// - Parameters:
    ///   - da: the heading in Danish; `en` in English. Tables are recognised by either.
    init(_ member: String, _ da: String, _ en: String, _ kind: Kind = .text, isRequired: Bool = false) {
        self.member = member
        label = LocalizedText(da: da, en: en)
        self.kind = kind
        self.isRequired = isRequired
    }

    /// From the item to the member.
    var path: [String] { member.split(separator: ".").map(String.init) }
}

// MARK: - Values

/// A column's value: of an item in a week, and on an item in a week. A source is its id; a selection is yes or no.
extension WeekColumn {
    /// Nil where nothing is said.
    func value(of item: JSONValue, in week: JSONValue) -> JSONValue? {
        switch kind {
        case .source: return item["source"]?["id"]
        case .selection(let list):
            let id = item["id"] ?? .null
            return week["annualSelection"]?.elements(list).contains(id) == true ? .some(true) : .none
        case .text, .longText, .date, .yesNo, .number, .reference, .references, .texts:
            let value = path.reduce(Optional(item)) { $0?[$1] }
            guard let value, !value.isNull, value != "", value != [] else { return nil }
            return value
        }
    }

    /// - Parameters:
    ///   - value: nil takes away what was said.
    ///   - item: has its id.
    func set(_ value: JSONValue?, on item: inout JSONValue, in week: inout JSONValue) {
        switch kind {
        case .source: setSource(value?.string, on: &item, in: &week)
        case .selection(let list): select(item["id"]?.string ?? "", value == true, list, &week)
        case .text, .longText, .date, .yesNo, .number, .reference, .references, .texts:
            item = Self.setting(value, at: path[...], on: item)
        }
    }

    /// Makes the objects on the way; takes none away, since other members may stand in them.
    private static func setting(_ value: JSONValue?, at path: ArraySlice<String>, on item: JSONValue) -> JSONValue {
        guard let key = path.first else { return value ?? .null }
        var item = item.object == nil ? [:] : item
        if path.count == 1 {
            item[key] = value
        } else if value != nil || item[key]?.object != nil {
            item[key] = setting(value, at: path.dropFirst(), on: item[key] ?? [:])
        }
        return item
    }

    /// Policies and budget agreements list their objectives too; the lists follow.
    private func setSource(_ id: String?, on item: inout JSONValue, in week: inout JSONValue) {
        let kinds: [(part: WeekPart.ID, kind: String)] = [
            (.policies, "policy"), (.budgetAgreements, "budgetAgreement"),
        ]
        let found = kinds.first { week.elements($0.part.rawValue).contains { $0["id"]?.string == id } }
        item["source"] = id.map { ["kind": .string(found?.kind ?? "policy"), "id": .string($0)] }
        guard let own = item["id"] else { return }
        for (part, _) in kinds where week[part.rawValue]?.array != nil {
            week[part.rawValue] = .array(
                week.elements(part.rawValue).map { source in
                    var (source, list) = (source, source.elements("objectiveIds"))
                    let isSource = source["id"]?.string == id && id != nil
                    guard isSource != list.contains(own) else { return source }
                    if isSource { list.append(own) } else { list.removeAll { $0 == own } }
                    source["objectiveIds"] = .array(list)
                    return source
                })
        }
    }

    /// On a list of the yearly selection, which is made where there is none.
    private func select(_ id: String, _ isSelected: Bool, _ list: String, _ week: inout JSONValue) {
        var selection = week["annualSelection"]?.object == nil ? [:] : week["annualSelection"] ?? [:]
        var ids = selection[list]?.strings ?? []
        guard ids.contains(id) != isSelected else { return }
        if isSelected { ids.append(id) } else { ids.removeAll { $0 == id } }
        selection[list] = .strings(ids)
        week["annualSelection"] = selection
    }
}

// MARK: - Cells

/// A column's value as a person reads and writes it in a cell.
extension WeekColumn {
    /// Several things in one cell stand between bars: names hold commas. A bar inside one has a backslash before it.
    private static let separator: Unicode.Scalar = "|"

    /// With names in the place of ids.
    func cell(_ value: JSONValue?, _ names: WeekNames) -> String {
        guard let value, !value.isNull else { return "" }
        switch kind {
        case .yesNo, .selection: return value == true ? "ja" : value == false ? "nej" : ""
        case .number: return value.int.map(String.init) ?? ""
        case .reference(let kind): return names.name(kind, value.string ?? "")
        case .references(let kind): return joined(value.strings.map { names.name(kind, $0) })
        case .texts: return joined(value.strings)
        case .source:
            let id = value.string ?? ""
            if names.isKnown(.policy, id) { return names.name(.policy, id) }
            let name = names.name(.budgetAgreement, id)
            return (try? names.resolve(.policy, name)) == nil ? name : id
        case .text, .longText, .date: return value.string ?? ""
        }
    }

    /// Several names in one cell.
    private func joined(_ texts: [String]) -> String {
        texts.map { text in
            text.replacing("\\", with: "\\\\").replacing("|", with: "\\|")
        }.joined(separator: " \(Self.separator) ")
    }

    /// What was written in a cell that isn't blank.
    func value(ofCell text: String, _ names: WeekNames) throws(TableFault) -> JSONValue {
        switch kind {
        case .text: return .string(text.trimmed)
        case .longText: return .string(text)
        case .date, .yesNo, .selection, .number, .reference, .references, .texts, .source:
            return try value(ofTrimmed: text.trimmed, names)
        }
    }

    /// - Throws: `TableFault` for a text that is nothing of the column's kind.
    private func value(ofTrimmed text: String, _ names: WeekNames) throws(TableFault) -> JSONValue {
        switch kind {
        case .text, .longText: return .string(text)
        case .date:
            guard let date = CalendarDate(written: text) else { throw .badDate(text) }
            return .string(date.iso)
        case .yesNo, .selection:
            guard let answer = Self.yesNo(text) else { throw .notYesNo(text) }
            return .bool(answer)
        case .number:
            let digits = text.filter { $0 != "." && !$0.isWhitespace }
            guard let number = Int(digits) else { throw .notANumber(text) }
            return .integer(number)
        case .reference(let kind): return .string(try names.resolve(kind, text))
        case .references(let kind):
            if let whole = try? names.resolve(kind, text) { return .strings([whole]) }
            var ids: [String] = []
            for one in Self.split(text) { ids.append(try names.resolve(kind, one)) }
            return .strings(ids)
        case .texts: return .strings(Self.split(text))
        case .source:
            if let id = try? names.resolve(.policy, text) { return .string(id) }
            guard let id = try? names.resolve(.budgetAgreement, text) else { throw .unknownSource(text) }
            return .string(id)
        }
    }

    /// The texts between bars; blank ones are passed over.
    private static func split(_ text: String) -> [String] {
        var (parts, part, isEscaped) = ([String](), String.UnicodeScalarView(), false)
        for scalar in text.unicodeScalars {
            if isEscaped {
                // A backslash before anything else stands for itself.
                if scalar != separator && scalar != "\\" { part.append("\\") }
                part.append(scalar)
                isEscaped = false
            } else if scalar == "\\" {
                isEscaped = true
            } else if scalar == separator {
                parts.append(String(part))
                part = String.UnicodeScalarView()
            } else {
                part.append(scalar)
            }
        }
        if isEscaped { part.append("\\") }
        return (parts + [String(part)]).map(\.trimmed).filter { !$0.isEmpty }
    }

    /// As people and spreadsheets write it in either language; nil for anything else.
    private static func yesNo(_ text: String) -> Bool? {
        switch text.lowercased() {
        case "ja", "yes", "x", "sand", "true", "1": true
        case "nej", "no", "falsk", "false", "0": false
        default: nil
        }
    }
}
