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

    /// The members of a week besides sessions and models.
    private static let referenceData: [String: SchemaMember] = [
        "schemaVersion": .required(.version(version)),
        "weekId": .optional(.identifier),
        "title": .optional(.line),
        "_notice": .optional(.text),
        "_example": .optional(.bool),
        "municipality": .required(
            .object(members: ["id": .optional(.identifier), "name": .required(.name), "kle": .optional(.name)])),
        "vision": .optional(.object(members: ["id": .optional(.declares(.vision)), "title": .required(.name)])),
        "policies": .optional(.list(policy)),
        "budgetAgreements": .optional(.list(budgetAgreement)),
        "objectives": .optional(.list(objective)),
        "annualSelection": .optional(annualSelection),
        "units": .optional(.list(unit)),
        "externalParties": .optional(.list(externalParty)),
        "citizenGroups": .optional(.list(citizenGroup)),
        "goals": .optional(.list(goal)),
        "trialActions": .optional(.list(trialAction)),
        "signs": .optional(.list(sign)),
        "milestones": .optional(.list(milestone)),
        "annualCycle": .optional(annualCycle),
        "deleteParticipantNamesAfter": .optional(.date),
        "marketPosts": .optional(.list(marketPost)),
    ]

    static let policy = SchemaNode.object(
        members: [
            "id": .required(.declares(.policy)), "title": .required(.name), "adoptedOn": .optional(.date),
            "validFrom": .optional(.date), "validTo": .optional(.date), "visionId": .optional(.reference(.vision)),
            "futureScenario": .optional(.text), "objectiveIds": .optional(.list(.reference(.objective))),
        ], ordered: ("validFrom", "validTo"))

    static let budgetAgreement = SchemaNode.object(members: [
        "id": .required(.declares(.budgetAgreement)), "title": .required(.name), "adoptedOn": .optional(.date),
        "objectiveIds": .optional(.list(.reference(.objective))),
    ])

    static let objective = SchemaNode.object(members: [
        "id": .required(.declares(.objective)), "text": .required(.text),
        "source": .optional(
            .object(members: [
                "kind": .required(.oneOf(["policy", "budgetAgreement"])), "id": .required(.identifier),
            ])),
    ])

    static let annualSelection = SchemaNode.object(members: [
        "year": .optional(year), "decidedBy": .optional(.line), "decidedOn": .optional(.date),
        "selectedObjectiveIds": .optional(.list(.reference(.objective))),
        "mandatoryObjectiveIds": .optional(.list(.reference(.objective))),
        "dialogueWith": .optional(.list(.line)),
    ])

    static let unit = SchemaNode.object(members: [
        "id": .required(.declares(.unit)), "name": .required(.name), "department": .optional(.line),
        "leaderFunction": .optional(.line), "kle": .optional(.name),
    ])

    static let externalParty = SchemaNode.object(members: [
        "id": .required(.declares(.externalParty)), "name": .required(.name), "kind": .optional(.line),
    ])

    static let citizenGroup = SchemaNode.object(members: [
        "id": .required(.declares(.citizenGroup)), "name": .required(.name), "description": .optional(.text),
        "approximateSize": .optional(.integer(0...10_000_000)),
    ])

    static let goal = SchemaNode.object(members: [
        "id": .required(.declares(.goal)), "unitId": .required(.reference(.unit)), "text": .required(.text),
        "objectiveIds": .optional(.list(.reference(.objective))),
        "citizenGroupId": .optional(.reference(.citizenGroup)),
        "measurable": .optional(.bool), "noticeable": .optional(.bool), "currentSituation": .optional(.text),
        "desiredSituation": .optional(.text), "deadline": .optional(.date),
        "baseline": .optional(
            .object(members: [
                "needed": .optional(.bool), "value": .optional(.text), "measuredOn": .optional(.date),
                "source": .optional(.text),
            ])),
    ])

    static let year = SchemaNode.integer(1970...2999)

    static let annualCycle = SchemaNode.object(members: [
        "year": .optional(year),
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
}

// MARK: - Trial actions, signs, milestones, posts

/// Trial actions, signs and milestones. They are made and edited inside models too, so hardly anything is required.
extension InterchangeSchema {
    static let trialAction = SchemaNode.object(
        members: [
            "id": .required(.declares(.trialAction)), "title": .optional(.line),
            "goalIds": .optional(.list(.reference(.goal))), "scope": .optional(.text),
            "ownerUnitId": .optional(.reference(.unit)), "withUnitIds": .optional(.list(.reference(.unit))),
            "withExternalIds": .optional(.list(.reference(.externalParty))), "question": .optional(.text),
            "hypothesis": .optional(.text), "preparation": .optional(.text), "scale": .optional(.text),
            "start": .optional(.date), "end": .optional(.date), "signIds": .optional(.list(.reference(.sign))),
            "status": .optional(.text), "evaluation": .optional(.text), "decision": .optional(.text),
        ])

    static let sign = SchemaNode.object(members: [
        "id": .required(.declares(.sign)), "goalId": .optional(.reference(.goal)), "kind": .optional(.text),
        "text": .optional(.text), "dataSource": .optional(.text), "baseline": .optional(.text),
        "target": .optional(.text), "frequency": .optional(.text), "collectedBy": .optional(unitFunction),
    ])

    static let milestone = SchemaNode.object(members: [
        "id": .required(.declares(.milestone)), "goalId": .optional(.reference(.goal)), "text": .optional(.text),
        "due": .optional(.date), "responsible": .optional(unitFunction), "evidence": .optional(.text),
    ])

    static let marketPost = SchemaNode.object(members: [
        "id": .required(.declares(.marketPost)), "kind": .required(.oneOf(MarketPost.Kind.allCases.map(\.rawValue))),
        "unitId": .required(.reference(.unit)), "citizenGroupId": .required(.reference(.citizenGroup)),
        "text": .required(.text), "goalId": .optional(.reference(.goal)), "function": .optional(.line),
    ])

    static let unitFunction = SchemaNode.object(members: [
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
