extension FieldValue {
    /// Everything in it that people wrote in their own words.
    package var texts: [String] {
        switch self {
        case .text(let text), .textWithDate(let text, _): [text]
        case .dateRange, .reference, .references: []
        case .unitFunction(let value): [value.function].compactMap(\.self)
        case .rows(let rows, let noneBecause): rows.flatMap { $0.cells.values.compactMap(\.text) } + [noneBecause]
        }
    }
}

extension CellValue {
    fileprivate var text: String? {
        switch self {
        case .text(let text): text
        case .unitFunction(let value): value.function
        case .choice, .date, .bool, .reference, .references: nil
        }
    }
}
