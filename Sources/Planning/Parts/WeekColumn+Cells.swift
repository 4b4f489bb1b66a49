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
        default: return value.string ?? ""
        }
    }

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

    private static func yesNo(_ text: String) -> Bool? {
        switch text.lowercased() {
        case "ja", "yes", "x", "sand", "true", "1": true
        case "nej", "no", "falsk", "false", "0": false
        default: nil
        }
    }
}

extension CalendarDate {
    /// As spreadsheets and people write a day: `2027-01-31`, `31-01-2027`, `31.1.2027` or `31/1/2027`.
    init?(written text: String) {
        if let date = CalendarDate(text) {
            self = date
            return
        }
        let parts = text.split(omittingEmptySubsequences: false) { "-./".contains($0) }
        let numbers = parts.compactMap { $0.count <= 4 ? Int($0.filter { !$0.isWhitespace }) : nil }
        guard parts.count == 3, numbers.count == 3 else { return nil }
        self.init(year: numbers[2], month: numbers[1], day: numbers[0])
    }
}
