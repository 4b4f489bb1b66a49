/// About how much memory values take, in bytes: caches are bounded by it (`RoomLimits.modelReadingBytes`). Text is
/// counted by its bytes, the rest roughly: what matters is that a large model counts as large.
extension CollaborationModel {
    package var memoryBytes: Int {
        values.reduce(128) { $0 + 64 + $1.key.utf8.count + $1.value.memoryBytes }
    }
}

extension FieldValue {
    fileprivate var memoryBytes: Int {
        switch self {
        case .text(let text), .textWithDate(let text, _), .reference(let text): text.utf8.count
        case .dateRange: 32
        case .references(let ids): ids.reduce(32) { $0 + 16 + $1.utf8.count }
        case .unitFunction(let value): value.memoryBytes
        case .rows(let rows, let noneBecause): rows.reduce(32 + noneBecause.utf8.count) { $0 + $1.memoryBytes }
        }
    }
}

extension Row {
    fileprivate var memoryBytes: Int {
        cells.reduce(96 + id.utf8.count + order.utf8.count) { $0 + 64 + $1.key.utf8.count + $1.value.memoryBytes }
    }
}

extension CellValue {
    fileprivate var memoryBytes: Int {
        switch self {
        case .text(let text), .choice(let text), .reference(let text): text.utf8.count
        case .date, .bool: 16
        case .references(let ids): ids.reduce(32) { $0 + 16 + $1.utf8.count }
        case .unitFunction(let value): value.memoryBytes
        }
    }
}

extension Week.UnitFunction {
    fileprivate var memoryBytes: Int { 32 + (unitId?.utf8.count ?? 0) + (function?.utf8.count ?? 0) }
}

extension JSONValue {
    package var memoryBytes: Int {
        switch self {
        case .null, .bool, .number: 16
        case .string(let text): 16 + text.utf8.count
        case .array(let elements): elements.reduce(32) { $0 + $1.memoryBytes }
        case .object(let members): members.reduce(64) { $0 + 32 + $1.key.utf8.count + $1.value.memoryBytes }
        }
    }
}
