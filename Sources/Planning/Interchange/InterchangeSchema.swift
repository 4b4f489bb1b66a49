/// The interchange format, version 1: which members of a week this program reads, and what they must hold. Everything
/// else in the document is kept as it is.
///
/// Required is only what the rest cannot be understood without: people bring unfinished weeks, and the draft's gaps
/// tell what is missing in content.
enum InterchangeSchema {
    static let version = 1

    static func week(_ definitions: FieldDefinitions) -> SchemaNode {
        let models: [String: SchemaMember] = [
            "sessions": .optional(.list(session)),
            "models": .optional(.list(model(definitions))),
        ]
        return .object(members: referenceData.merging(models) { _, new in new })
    }

    /// The members of a week besides sessions and models: the parts as their columns have them, and the rest.
    static let referenceData = rest.merging(
        WeekPart.all.map { ($0.member, .optional(schema(of: $0))) }, uniquingKeysWith: { _, part in part })

    private static let rest: [String: SchemaMember] = [
        "schemaVersion": .required(.version(version)),
        "weekId": .optional(.identifier),
        "title": .optional(.line),
        "_notice": .optional(.text),
        "_example": .optional(.bool),
        "municipality": .required(
            .object(members: ["id": .optional(.identifier), "name": .required(.name), "kle": .optional(.name)])),
        "vision": .optional(.object(members: ["id": .optional(.declares(.vision)), "title": .required(.name)])),
        "annualCycle": .optional(annualCycle),
        "deleteParticipantNamesAfter": .optional(.date),
        "marketPosts": .optional(.list(marketPost)),
    ]

    private static func schema(of part: WeekPart) -> SchemaNode {
        var members = part.schemaMembers.merging(unshownMembers(of: part.id)) { _, unshown in unshown }
        guard let entity = part.entity else { return .object(members: members) }
        members["id"] = .required(.declares(entity))
        return .list(.object(members: members, ordered: part.id == .policies ? ("validFrom", "validTo") : nil))
    }

    /// What no column shows, and members that hold something else than their column asks for: models and other programs
    /// write at more length than a form.
    private static func unshownMembers(of part: WeekPart.ID) -> [String: SchemaMember] {
        switch part {
        case .policies:
            ["visionId": .optional(.reference(.vision)), "objectiveIds": .optional(.list(.reference(.objective)))]
        case .budgetAgreements: ["objectiveIds": .optional(.list(.reference(.objective)))]
        case .objectives, .annualSelection, .externalParties, .citizenGroups: [:]
        case .units: ["kle": .optional(.name)]
        case .goals:
            [
                "baseline": .optional(
                    .object(members: [
                        "needed": .optional(.bool), "value": .optional(.text), "measuredOn": .optional(.date),
                        "source": .optional(.text),
                    ]))
            ]
        case .trialActions:
            [
                "title": .optional(.line), "scope": .optional(.text), "signIds": .optional(.list(.reference(.sign))),
                "status": .optional(.text), "evaluation": .optional(.text), "decision": .optional(.text),
            ]
        case .signs: ["kind": .optional(.text), "collectedBy": .optional(unitFunction)]
        case .milestones: ["responsible": .optional(unitFunction)]
        }
    }

    /// The years that plans are for.
    static let years = 1970...2999

    private static let annualCycle = SchemaNode.object(members: [
        "year": .optional(.integer(years)),
        "phases": .optional(
            .list(.object(members: ["quarter": .optional(.text), "content": .optional(.text)]))),
        "developmentWeek": .optional(
            .object(members: ["start": .optional(.date), "end": .optional(.date)], ordered: ("start", "end"))),
        "councilStatusOn": .optional(.date),
        "followUpDays": .optional(
            .object(
                members: Dictionary(
                    FollowUpRule.settable.map { ($0.id, SchemaMember.optional(.monthDay)) },
                    uniquingKeysWith: { first, _ in first }))),
    ])

    private static let marketPost = SchemaNode.object(members: [
        "id": .required(.declares(.marketPost)), "kind": .required(.oneOf(MarketPost.Kind.allCases.map(\.rawValue))),
        "unitId": .required(.reference(.unit)), "citizenGroupId": .required(.reference(.citizenGroup)),
        "text": .required(.text), "goalId": .optional(.reference(.goal)), "function": .optional(.line),
    ])

    private static let unitFunction = SchemaNode.object(members: [
        "unitId": .optional(.reference(.unit)), "function": .optional(.line),
    ])
}

// MARK: - Sessions and models

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

    private static let levelDecision = SchemaNode.object(members: [
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

// MARK: - Parts of a week

extension WeekPart {
    /// Trial actions, signs and milestones are made and edited inside models too, so nothing of them is required there,
    /// and their texts may be long.
    private var isWrittenInModels: Bool { EntityIndex.members.contains { $0.kind == entity } }

    /// What the columns are about, by member.
    fileprivate var schemaMembers: [String: SchemaMember] {
        var members: [String: SchemaMember] = [:]
        for column in columns {
            guard column.path.count == 1, let node = node(of: column) else { continue }
            members[column.member] = column.isRequired && !isWrittenInModels ? .required(node) : .optional(node)
        }
        return members
    }

    private func node(of column: WeekColumn) -> SchemaNode? {
        switch column.kind {
        case .text: isWrittenInModels ? .text : column.isRequired ? .name : .line
        case .longText: .text
        case .date: .date
        case .yesNo: .bool
        case .number(let range): .integer(range)
        case .reference(let kind): .reference(kind)
        case .references(let kind): .list(.reference(kind))
        case .texts: .list(.line)
        case .source:
            .object(members: [
                "kind": .required(.oneOf(["policy", "budgetAgreement"])), "id": .required(.identifier),
            ])
        // Stands in the yearly selection.
        case .selection: nil
        }
    }
}
