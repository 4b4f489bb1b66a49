import Application
import Planning

extension Schema {
    /// What citizens can read of a unit's plan.
    static let citizenPlan = object(
        [
            "unitName": string, "municipality": string, "version": integer, "isExample": boolean,
            "goals": array(of: goalAccount), "status": array(of: objectiveWord),
        ], optional: ["year": integer, "notice": string, "introduction": string])

    /// A unit's annual report.
    static let annualReport = object([
        "unitId": string, "unitName": string,
        "report": object(
            [
                "year": integer, "goals": array(of: goalAccount), "status": array(of: objectiveWord),
                "followUps": array(of: followUp),
                "frames": array(
                    of: object(
                        ["title": string], optional: ["kind": words, "amount": string, "remark": string])),
            ], optional: ["summary": string]),
    ])

    private static let words = object(["da": string, "en": string])

    private static let objectiveWord = object(
        ["objective": string], optional: ["state": words, "text": string, "date": string])

    private static let followUp = object(
        ["id": string, "ruleId": string, "date": string, "title": words, "itemIds": array(of: string)],
        optional: ["doneOn": string, "outcome": string, "seed": string])

    private static let point = object(
        ["text": string], optional: ["date": string, "value": number, "remark": string])

    private static let goalAccount = object(
        [
            "id": string, "text": string, "objectives": array(of: string),
            "trialActions": array(
                of: object(
                    [
                        "title": string,
                        "evaluations": array(
                            of: object(
                                optional: ["date": string, "effect": string, "decision": words, "learned": string])),
                    ], optional: ["start": string, "end": string])),
            "signs": array(
                of: object(
                    [
                        "signId": string, "title": string, "goalIds": array(of: string),
                        "observations": array(of: point),
                    ], optional: ["baseline": point, "target": point])),
            "milestones": array(of: object(["text": string], optional: ["due": string, "evidence": string])),
        ], optional: ["deadline": string, "current": string, "desired": string])
}
