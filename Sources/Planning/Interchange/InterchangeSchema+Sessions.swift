/// Sessions, and the models that were filled in at them.
extension InterchangeSchema {
    static let session = SchemaNode.object(
        members: [
            "id": .required(.declares(.session)), "title": .required(.name), "date": .optional(.date),
            "startsAt": .optional(.time), "endsAt": .optional(.time),
            "citizenGroupId": .optional(.reference(.citizenGroup)), "facilitatorFunction": .optional(.line),
            "room": .optional(.name), "phases": .optional(.list(phase)), "participants": .optional(.list(participant)),
            "modelIds": .optional(.list(.reference(.model))), "parkedItems": .optional(.list(parkedItem)),
            "levelDecisions": .optional(.list(levelDecision)), "values": .optional(.list(value)),
            "deleteParticipantNamesAfter": .optional(.date),
        ], ordered: ("startsAt", "endsAt"))

    static let phase = SchemaNode.object(members: [
        "title": .required(.name), "minutes": .optional(.integer(0...1_440)), "question": .optional(.text),
        "id": .optional(.identifier), "titleEn": .optional(.line), "questionEn": .optional(.text),
        "modelIds": .optional(.list(.reference(.model))),
    ])

    static let value = SchemaNode.object(members: ["valueId": .required(.identifier), "text": .required(.text)])

    static let participant = SchemaNode.object(members: [
        "id": .required(.identifier), "displayName": .optional(.line), "unitId": .optional(.reference(.unit)),
        "externalId": .optional(.reference(.externalParty)), "function": .optional(.line),
    ])

    static let parkedItem = SchemaNode.object(members: [
        "text": .required(.text), "ownerUnitId": .optional(.reference(.unit)), "due": .optional(.date),
    ])

    static let levelDecision = SchemaNode.object(members: [
        "goalId": .required(.reference(.goal)),
        "choice": .required(.oneOf(Level.allCases.map(\.rawValue) + [Week.LevelDecision.alone])),
        "reason": .optional(.text),
    ])

    static func model(_ definitions: FieldDefinitions) -> SchemaNode {
        .object(members: [
            "id": .required(.declares(.model)), "sessionId": .required(.reference(.session)),
            "level": .required(.level),
            "state": .optional(.oneOf(["draft", "confirmed", "confirmedBeforeChange"])),
            "fields": .optional(fields(definitions)),
            "confirmations": .optional(.list(confirmation)),
            "marketPostIds": .optional(.list(.reference(.marketPost))),
        ])
    }

    static let confirmation = SchemaNode.object(
        members: [
            "unitId": .optional(.reference(.unit)), "externalId": .optional(.reference(.externalParty)),
            "function": .required(.line), "on": .required(.date), "contentVersion": .optional(.text),
            "give": .optional(.text), "need": .optional(.text),
        ], oneOf: ["unitId", "externalId"])

    static func fields(_ definitions: FieldDefinitions) -> SchemaNode {
        .object(
            members: Dictionary(
                definitions.fields.map { ($0.id, SchemaMember.optional(node(of: $0))) },
                uniquingKeysWith: { first, _ in first }))
    }

    private static func node(of field: FieldDefinition) -> SchemaNode {
        switch field.kind {
        case .text where field.id == FieldID.title: .line
        case .text, .longText: .text
        case .dateRange:
            .object(members: ["start": .optional(.date), "end": .optional(.date)])
        case .longTextWithDate: .object(members: ["text": .optional(.text), "date": .optional(.date)])
        case .citizenGroup: .reference(.citizenGroup)
        case .goals: .list(.reference(.goal))
        case .units: .list(.reference(.unit))
        case .unitFunction: unitFunction
        case .trialActions: .list(.reference(.trialAction))
        case .signs: .list(.reference(.sign))
        case .milestones: .list(.reference(.milestone))
        case .rows: rows(of: field)
        }
    }

    private static func rows(of field: FieldDefinition) -> SchemaNode {
        let columns = field.columns.map { ($0.id, SchemaMember.optional(node(of: $0))) }
        let rows = SchemaNode.list(.object(members: Dictionary(columns, uniquingKeysWith: { first, _ in first })))
        return field.alternative == nil ? rows : .textOr(rows)
    }

    private static func node(of column: ColumnDefinition) -> SchemaNode {
        switch column.kind {
        case .text, .longText, .choice: .text
        case .date: .date
        case .boolean: .bool
        case .unit: .reference(.unit)
        case .externalParty: .reference(.externalParty)
        case .goal: .reference(.goal)
        case .units: .list(.reference(.unit))
        case .externalParties: .list(.reference(.externalParty))
        case .goals: .list(.reference(.goal))
        case .signs: .list(.reference(.sign))
        case .unitFunction: unitFunction
        }
    }
}
