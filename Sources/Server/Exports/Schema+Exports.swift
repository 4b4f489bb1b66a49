import Application
import Planning

extension Schema {
    static let formatAvailability = object(
        ["format": oneOf(ExportFormat.allCases.map(\.rawValue)), "mediaType": string, "available": boolean],
        optional: ["package": string])

    static let weekExport = object(
        [
            "id": string, "state": oneOf(["running", "finished", "failed", "cancelled"]), "done": integer,
            "total": integer,
        ], optional: ["latest": string, "href": string, "problem": string, "problemEn": string])

    // MARK: Published schemas

    /// What programs may rely on in the JSON of drafts and outcomes, by the name each is published under. Members may
    /// be added; `formatVersion` grows when one is changed or taken away.
    static let published: [String: JSONValue] = [
        "goal-plan": named(goalPlan, "A unit's goal plan"),
        "goal-plan-draft": named(goalPlanDraft, "The draft of a unit's goal plan"),
        "session-outcome": named(sessionOutcome, "The outcome of a session"),
    ]

    private static func named(_ schema: JSONValue, _ title: String) -> JSONValue {
        var schema = schema
        schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
        schema["title"] = .string(title)
        return schema
    }

    static let goalPlanDraft = object(
        [
            "formatVersion": .object(["const": .integer(GoalPlanDraft.formatVersion)]), "templateVersion": integer,
            "version": integer, "profile": string, "weekId": string, "weekTitle": string, "isExample": boolean,
            "unit": object(
                ["id": string, "name": string],
                optional: ["department": string, "leaderFunction": string, "kle": string]),
            "sources": array(of: object(["sessionId": string, "title": string], optional: ["date": date])),
            "scenarios": array(of: object(["policyId": string, "title": string, "text": string])),
            "objectives": array(of: objective), "contributedObjectives": array(of: objective),
            "goals": array(of: goal),
            "contributions": object([
                "trialActions": array(of: trialAction), "signs": array(of: sign), "milestones": array(of: milestone),
            ]),
            "collaborations": array(of: collaboration),
            "tasks": array(
                of: object(
                    [
                        "rowId": string, "activity": string, "roleLabel": localized, "modelId": string,
                        "modelTitle": string,
                    ],
                    optional: ["function": string, "role": string])),
            "timeline": array(
                of: object(
                    ["date": date, "kind": string, "text": localized],
                    optional: ["modelTitle": string, "modelId": string, "sourceId": string, "id": string])),
            "resources": array(
                of: object(
                    ["rowId": string, "what": string, "modelId": string, "modelTitle": string],
                    optional: ["amount": string])),
            "parkedItems": array(
                of: object(["id": string, "text": string, "sessionTitle": string], optional: ["due": date])),
            "gaps": array(
                of: object([
                    "kind": string, "sentence": localized, "remedy": localized, "place": object(["path": string]),
                ])),
            "approval": array(of: object(optional: ["function": string, "on": date, "remark": string])),
            "origins": array(
                of: object(
                    ["modelId": string, "title": string, "level": level, "contentVersion": string],
                    optional: ["sessionId": string])),
        ], optional: ["notice": string, "year": integer, "vision": string])

    static let sessionOutcome = object(
        [
            "formatVersion": .object(["const": .integer(SessionOutcome.formatVersion)]), "weekId": string,
            "weekTitle": string, "isExample": boolean, "municipality": string, "sessionId": string, "title": string,
            "attendance": array(of: object(["party": participant, "functions": array(of: string)])),
            "models": array(
                of: object([
                    "id": string, "title": string, "level": level, "state": agreementState, "contentVersion": string,
                    "goals": array(of: contributedGoal), "answers": array(of: answer), "missing": array(of: localized),
                    "confirmations": array(of: confirmation),
                    "dates": array(of: object(["id": string, "date": date, "label": localized, "text": string])),
                ])),
            "parkedItems": array(
                of: object(["id": string, "text": string], optional: ["owner": string, "due": date])),
        ],
        optional: [
            "notice": string, "year": integer, "kle": string, "date": date, "startsAt": string, "endsAt": string,
            "citizenGroup": string, "facilitatorFunction": string,
            "values": array(of: object(["id": string, "label": localized, "text": string])),
        ])

    // MARK: Their parts

    private static let date: JSONValue = ["type": "string", "format": "date"]
    static let localized = object(["da": string, "en": string])
    private static let namedText = object(["id": string, "text": string])
    private static let participant = object(["name": string], optional: ["unitId": string, "externalId": string])
    private static let functionInUnit = object(
        optional: ["unitId": string, "unitName": string, "function": string])
    private static let agreementState = oneOf(["draft", "confirmed", "confirmedBeforeChange"])

    private static let objective = object(
        ["id": string, "text": string, "isMandatory": boolean],
        optional: ["sourceTitle": string, "sourceKind": string, "selectedBy": string, "selectedOn": date])

    private static let goal = object(
        [
            "id": string, "label": string, "text": string, "isMeasurable": boolean, "isNoticeable": boolean,
            "objectives": array(of: namedText), "trialActions": array(of: trialAction), "signs": array(of: sign),
            "milestones": array(of: milestone),
        ],
        optional: [
            "deadline": date, "citizenGroup": namedText, "currentSituation": string, "desiredSituation": string,
            "baseline": anyObject, "types": anyObject,
            "levelDecisions": array(
                of: object(
                    ["sessionId": string, "sessionTitle": string, "choice": string, "label": localized],
                    optional: ["reason": string])),
        ])

    private static let trialAction = object(
        [
            "id": string, "modelIds": array(of: string), "title": string, "goalIds": array(of: string),
            "goalLabels": array(of: string), "isOwn": boolean, "partners": array(of: participant),
        ],
        optional: [
            "toldUnder": string, "start": date, "end": date, "scale": string, "question": string,
            "hypothesis": string, "preparation": string, "status": localized, "evaluation": string,
            "decision": localized,
        ])

    private static let sign = object(
        ["id": string, "modelIds": array(of: string), "label": string, "text": string],
        optional: [
            "goalId": string, "goalLabel": string, "kind": localized, "baseline": string, "target": string,
            "dataSource": string,
            "frequency": string, "collectedBy": functionInUnit,
        ])

    private static let milestone = object(
        ["id": string, "modelIds": array(of: string), "text": string],
        optional: [
            "goalId": string, "goalLabel": string, "due": date, "responsible": functionInUnit, "evidence": string,
        ])

    private static let contributedGoal = object([
        "id": string, "label": string, "text": string, "unitId": string, "unitName": string,
    ])

    private static let confirmation = object(
        ["party": participant, "function": string, "isLeader": boolean, "on": date, "state": string],
        optional: ["give": string, "need": string])

    private static let cells = array(
        of: array(of: object(["columnId": string, "label": localized, "text": localized])))

    private static let answer = object(
        [
            "fieldId": string, "section": localized, "label": localized, "question": localized,
            "isHiddenAtLevel": boolean, "rows": cells,
        ], optional: ["text": localized])

    private static let collaboration = object(
        [
            "modelId": string, "title": string, "level": level, "state": agreementState,
            "parties": array(of: participant), "goals": array(of: contributedGoal),
            "expectations": array(
                of: object(
                    ["isOwn": boolean],
                    optional: [
                        "unitId": string, "unitName": string, "need": string, "give": string, "limit": string,
                    ])),
            "confirmations": array(of: confirmation),
            "other": array(
                of: object(
                    ["fieldId": string, "label": localized, "isHiddenAtLevel": boolean, "rows": cells],
                    optional: ["text": localized])),
        ],
        optional: [
            "sessionId": string, "task": string, "whyCross": string, "goal": string, "goalDate": date,
            "coordinator": functionInUnit, "start": date, "end": date, "escalation": string,
            "decisionRights": string, "anchoring": string, "dataSharing": string,
        ])
}
