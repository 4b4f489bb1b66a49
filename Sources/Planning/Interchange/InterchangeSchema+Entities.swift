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
