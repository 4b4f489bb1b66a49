package import Foundation

extension CollaborationModel {
    /// What a confirmation stands by, as bytes: the level, and every field shown at it that has content. The content
    /// version is the SHA-256 of these bytes, in hexadecimal.
    ///
    /// Two models that read the same have the same bytes: keys of rows, fractional indices and empty rows don't count.
    /// Fields that the level hides don't count either, because nobody saw them when they confirmed.
    package func canonicalContent(_ definitions: FieldDefinitions) -> Data {
        var fields: [String: JSONValue] = [:]
        for field in definitions.visible(at: level) {
            fields[field.id] = values[field.id].flatMap { canonical($0, isEntity: field.kind.entityKind != nil) }
        }
        return JSONValue.object(["level": .string(level.rawValue), "fields": .object(fields)]).data()
    }

    private func canonical(_ value: FieldValue, isEntity: Bool) -> JSONValue? {
        guard case .rows(let rows, let noneBecause) = value else { return FieldCoding.json(value) }
        let objects = rows.compactMap { row -> JSONValue? in
            if row.cells.isEmpty && !isEntity { return nil }
            let cells = row.cells.mapValues(FieldCoding.json)
            return .object(isEntity ? cells.merging(["id": .string(row.id)]) { _, id in id } : cells)
        }
        if objects.isEmpty { return noneBecause.isBlank ? nil : .string(noneBecause) }
        return .array(objects + (noneBecause.isBlank ? [] : [.string(noneBecause)]))
    }
}
