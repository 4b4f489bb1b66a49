import Application
package import Planning

/// JSON Schema (2020-12) in a few words, for the OpenAPI description.
package enum Schema {
    package static let string: JSONValue = .object(["type": .string("string")])
    package static let integer: JSONValue = .object(["type": .string("integer")])
    package static let number: JSONValue = .object(["type": .string("number")])
    package static let boolean: JSONValue = .object(["type": .string("boolean")])
    /// An object of any shape, such as an interchange document.
    package static let anyObject: JSONValue = .object(["type": .string("object")])

    package static func array(of items: JSONValue) -> JSONValue {
        .object(["type": .string("array"), "items": items])
    }

    package static func oneOf(_ values: [String]) -> JSONValue {
        .object(["type": .string("string"), "enum": .array(values.map(JSONValue.string))])
    }

    /// - Parameters:
    ///   - required: members that are always there.
    ///   - optional: members that may be missing.
    package static func object(
        _ required: [String: JSONValue] = [:], optional: [String: JSONValue] = [:]
    ) -> JSONValue {
        var schema: [String: JSONValue] = [
            "type": .string("object"),
            "properties": .object(required.merging(optional) { required, _ in required }),
        ]
        if !required.isEmpty { schema["required"] = .array(required.keys.sorted().map(JSONValue.string)) }
        return .object(schema)
    }

    package static let level = oneOf(Level.allCases.map(\.rawValue))

    package static let modelSummary = object(
        [
            "id": string, "sessionId": string, "weekId": string, "title": string, "level": level,
            "locked": boolean, "contentVersion": string, "missing": array(of: string),
            "parties": array(of: string), "goalIds": array(of: string),
            "confirmations": array(
                of: object(
                    [
                        "function": string, "on": string, "state": oneOf(["current", "beforeChange"]),
                        "isFromCorrectedSeat": boolean,
                    ],
                    optional: [
                        "unitId": string, "externalId": string, "give": string, "need": string,
                        "participantId": string,
                    ])),
            "withdrawals": array(
                of: object(optional: [
                    "unitId": string, "externalId": string, "by": oneOf(["maker", "leader", "facilitator"]),
                    "function": string,
                ])),
            "state": oneOf(["draft", "confirmed", "confirmedBeforeChange"]),
        ], optional: ["canWrite": boolean])

    /// A browser that a personal link is in use in.
    package static let signIn = object([
        "browser": string, "firstUsedAt": integer, "lastUsedAt": integer, "isThis": boolean,
    ])

    package static let problem = object(
        ["type": string, "title": string, "status": integer, "detail": string],
        optional: [
            "titleEn": string, "detailEn": string,
            "faults": array(
                of: object(
                    ["path": string, "message": string, "messageEn": string],
                    optional: ["file": string, "row": integer, "column": localized])),
        ])

    /// What bringing something in does to one thing of a week.
    static let weekChange = object(
        [
            "part": string, "partName": localized, "id": string, "name": string,
            "kind": oneOf(["created", "changed", "unchanged"]),
            "fields": array(of: object(["label": localized, "before": string, "after": string])),
        ], optional: ["file": string, "row": integer])

    package static let me = object(
        [
            "grants": array(
                of: object(
                    ["role": oneOf(["administrator", "facilitator", "participant", "observer", "leader"])],
                    optional: [
                        "weekId": string, "sessionId": string, "unitId": string, "externalId": string,
                        "participantId": string, "displayName": string, "function": string, "expiresAt": integer,
                    ]))
        ], optional: ["signIns": array(of: signIn)])
}
