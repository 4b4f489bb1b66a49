import Application
import Planning

extension Schema {
    /// A unit's goal plan as a file: a leader can bring it to another plan.
    static let goalPlan = object(
        [
            "formatVersion": .object(["const": .integer(GoalPlan.formatVersion)]),
            "unit": object(
                ["id": string, "name": string],
                optional: ["department": string, "leaderFunction": string, "kle": string]),
            "weekTitle": string, "isExample": boolean, "names": dictionary(of: string), "plan": plan,
        ], optional: ["year": integer])

    private static let plan = object(
        [
            "formatVersion": integer, "weekId": string, "unitId": string, "profile": string, "revision": integer,
            "version": integer, "isFinished": boolean, "items": dictionary(of: item),
        ], optional: ["shownToCitizens": integer])

    private static let item = object([
        "id": string,
        "head": object(
            [
                "section": oneOf(PlanSection.ID.allCases.map(\.rawValue)), "position": integer, "isRefused": boolean,
            ], optional: ["sourceId": string]),
        "values": dictionary(
            of: object(
                ["text": string, "origin": origin, "revision": integer], optional: ["source": string])),
    ])

    private static let origin = object(
        [
            "kind": oneOf(["leader", "source", "file", "carriedOver", "common"]), "unitIds": array(of: string),
            "models": array(
                of: object(
                    ["modelId": string, "title": string, "contentVersion": string], optional: ["sessionId": string])),
        ], optional: ["weekId": string, "version": integer])

    private static func dictionary(of schema: JSONValue) -> JSONValue {
        .object(["type": "object", "additionalProperties": schema])
    }
}
