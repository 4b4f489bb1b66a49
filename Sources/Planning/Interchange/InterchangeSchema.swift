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
    static let referenceData: [String: SchemaMember] = [
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
