import Application
import Facilitation
package import Planning

/// JSON Schema (2020-12) in a few words, for the OpenAPI description.
package enum Schema {
    /// Any text. Lengths are not in the description: they are settings (``ToldLimits``).
    package static let string: JSONValue = .object(["type": .string("string")])
    /// A number without a fraction, up to 2⁵³ as JavaScript has it.
    package static let integer: JSONValue = .object(["type": .string("integer")])
    /// With a fraction.
    package static let number: JSONValue = .object(["type": .string("number")])
    /// True or false; null stands for neither.
    package static let boolean: JSONValue = .object(["type": .string("boolean")])

    /// Of a type's JSON, read off the type.
    package static func of<T: Decodable>(_ type: T.Type) -> JSONValue { JSONSchema.of(type) }

    /// - Parameter items: the schema of each.
    package static func array(of items: JSONValue) -> JSONValue {
        JSONSchema.array(of: items)
    }

    /// A text that is one of these, in this order. The page's generated type is their union.
    package static func oneOf(_ values: [String]) -> JSONValue {
        .object(["type": .string("string"), "enum": .array(values.map(JSONValue.string))])
    }

    /// - Parameters:
    ///   - required: members that are always there.
    ///   - optional: members that may be missing.
    package static func object(
        _ required: [String: JSONValue] = [:], optional: [String: JSONValue] = [:]
    ) -> JSONValue {
        JSONSchema.object(required.merging(optional) { required, _ in required }, required: required.keys)
    }

    /// Of the collaboration model.
    package static let level = of(Level.self)

    /// Problem details (RFC 9457) with the English beside the Danish, and the faults of a form or an import.
    package static let problem = JSONSchema.named(
        "Problem",
        object(
            ["type": string, "title": string, "status": integer, "detail": string],
            optional: [
                "titleEn": string, "detailEn": string,
                "faults": array(
                    of: JSONSchema.named(
                        "Fault",
                        object(
                            ["path": string, "message": string, "messageEn": string],
                            optional: ["file": string, "row": integer, "column": of(LocalizedText.self)]))),
            ]))

    // MARK: Documents that are stored as they were imported

    /// A week as it is looked at: its document's reference data, without what models say.
    static let weekOverview = InterchangeDescription.overview(
        "WeekView",
        required: [
            "id": string, "title": string, "namesDeletedOn": date,
            "sessions": array(
                of: JSONSchema.named(
                    "WeekSession",
                    object(
                        [
                            "id": string, "title": string, "models": array(of: of(ModelView.self)),
                            "decidedLevels": array(
                                of: object(["goalId": string, "choice": of(LevelChoice.self)])),
                            "mayEnter": boolean,
                        ],
                        optional: [
                            "date": date, "startsAt": JSONSchema.orNull(string),
                            "endsAt": JSONSchema.orNull(string),
                            "citizenGroupId": string, "room": JSONSchema.orNull(string), "joinCode": string,
                        ]))),
        ], optional: ["start": date, "end": date])

    /// What a week is made from: the rest of its reference data may stand beside it.
    static let newWeek = InterchangeDescription.overview(
        "NewWeek",
        required: [
            "title": string, "start": date, "end": date, "municipality": object(["name": string]),
        ],
        optional: [
            "schemaVersion": integer, "weekId": string,
            "units": array(
                of: object(
                    ["name": string],
                    optional: ["id": string, "department": string, "leaderFunction": string, "kle": string])),
            "citizenGroups": array(of: object(["name": string], optional: ["id": string, "description": string])),
        ])

    /// A kind of what a week is made from.
    static let weekPartID = JSONSchema.named("WeekPartID", oneOf(WeekPart.ID.allCases.map(\.rawValue)))

    /// What is written in a part of a week, by its columns' members; null removes the value.
    static let partValues: JSONValue = [
        "type": "object",
        "additionalProperties": JSONSchema.named(
            "PartValue",
            [
                "anyOf": [
                    string, number, boolean, array(of: string), ["type": "null"],
                ]
            ]),
    ]

    /// Lines of a plan as a leader imports them; a plan as the server answers with it can be imported too.
    static let planFile = JSONSchema.named(
        "PlanFile",
        [
            "type": "object", "additionalProperties": true,
            "properties": [
                "items": array(
                    of: object(
                        ["section": of(PlanSection.ID.self)],
                        optional: ["id": string, "fields": ["type": "object", "additionalProperties": string]]))
            ],
        ])

    /// Everything that is stored of a participant.
    static let participantAccount = JSONSchema.named(
        "ParticipantAccount",
        object(
            [
                "participantId": string, "session": namedThing, "week": namedThing,
                "access": array(
                    of: object(
                        ["role": of(Role.self), "createdAt": integer],
                        optional: ["expiresAt": integer, "revokedAt": integer])),
                "events": array(of: object(["seq": integer, "at": integer, "event": of(SessionEvent.self)])),
                "answers": of(OwnState.self),
                "comments": array(of: object(["modelId": string, "fieldId": string, "text": string])),
                "mentions": of([Removal.Mention].self),
            ],
            optional: [
                "displayName": string, "nameDeletedOn": date, "unitId": string, "externalId": string,
                "function": string, "joinedAt": integer,
            ]))

    /// A description such as this one, as far as it is relied on.
    static let openAPI: JSONValue = [
        "type": "object", "additionalProperties": true, "required": ["openapi", "info", "paths", "components"],
        "properties": [
            "openapi": string, "info": open, "paths": open, "components": open,
        ],
    ]

    /// A JSON Schema.
    static let jsonSchema: JSONValue = [
        "type": "object", "additionalProperties": true, "required": ["$schema", "title", "type"],
        "properties": ["$schema": string, "title": string, "type": string],
    ]

    private static let open: JSONValue = ["type": "object", "additionalProperties": true]
    private static let namedThing = object(["id": string, "title": string])
    private static let date: JSONValue = ["type": "string", "format": "date"]
}
