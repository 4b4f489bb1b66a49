import Facilitation
package import Planning

/// What goes over a session's socket, each way, for the description of the interface.
package enum SessionSocketSchema {
    /// What the server says. The members of each are those that ``SessionMessage`` writes; a test holds the two together.
    package static let messages = oneOf(
        "SessionMessage",
        [
            message("welcome", ["seq": integer, "now": integer, "you": JSONSchema.of(SessionMessage.You.self)]),
            message("event", ["seq": integer, "at": integer, "event": JSONSchema.of(SessionEvent.self)]),
            message(
                "state",
                [
                    "seq": integer, "own": JSONSchema.of(OwnState.self), "state": JSONSchema.of(ShownState.self),
                ]),
            message("state", ["seq": integer, "part": integer, "isLast": boolean, "text": string], "StatePartMessage"),
            message("presence", ["present": JSONSchema.array(of: string)]),
            message("presenceChange", ["came": JSONSchema.array(of: string), "left": JSONSchema.array(of: string)]),
            message("participant", ["participant": JSONSchema.of(ShownPerson.self)]),
            message("model", ["model": JSONSchema.of(ModelSummary.self)]),
            message("accepted", ["id": string, "seq": integer]),
            message("refused", ["id": string, "code": string, "reason": string, "reasonEn": string]),
            message("pong", ["now": integer]),
            message("storage", ["works": boolean]),
            message("reactions", ["counts": counts]),
            message("door", ["waiting": JSONSchema.array(of: JSONSchema.of(ShownKnock.self)), "count": integer]),
            message("namesDeleted", ["participants": JSONSchema.array(of: string)]),
        ])

    /// What a page says.
    package static let requests = oneOf(
        "SessionRequest",
        [
            message("ping", [:], "PingRequest"),
            message("command", ["id": id, "command": JSONSchema.of(SessionCommand.self)], "CommandRequest"),
            message("react", ["id": id, "reaction": JSONSchema.of(Reaction.self)], "ReactRequest"),
        ])

    private static let string: JSONValue = ["type": "string"]
    private static let integer: JSONValue = ["type": "integer"]
    private static let boolean: JSONValue = ["type": "boolean"]
    private static let id: JSONValue = ["type": "string", "maxLength": 64]

    /// How many said what; what nobody said may be left out.
    private static let counts: JSONValue = JSONSchema.named(
        "ReactionCounts",
        JSONSchema.object(
            Dictionary(Reaction.allCases.map { ($0.rawValue, integer) }, uniquingKeysWith: { one, _ in one }),
            required: []))

    private static func oneOf(_ name: String, _ schemas: [JSONValue]) -> JSONValue {
        JSONSchema.named(name, ["oneOf": .array(schemas)])
    }

    /// - Parameter members: all of them always there.
    private static func message(
        _ type: String, _ members: [String: JSONValue], _ name: String? = nil
    ) -> JSONValue {
        var properties = members
        properties["type"] = ["type": "string", "const": .string(type)]
        let name = name ?? type.prefix(1).uppercased() + type.dropFirst() + "Message"
        return JSONSchema.named(name, JSONSchema.object(properties, required: properties.keys))
    }
}

extension SessionMessage.You: SchemaNaming {
    static let schemaName = "SessionSelf"
}
