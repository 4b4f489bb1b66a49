import Application
import HTTPTypes
package import Planning
import Rooms

/// The OpenAPI 3.1 description of the interface, made from the routes themselves.
package enum OpenAPIDocument {
    /// The whole description as one value.
    ///
    /// Schemas that have a name move to `components` and are referred to from where they stood; the same name for two
    /// shapes would stop a test (`DescriptionTests`). Keys are sorted when it is written: the same routes are the same
    /// bytes.
    ///
    /// From any thread; takes a tenth of a second, so not from the service loop's while somebody is served.
    package static func make(for routes: [Route]) -> JSONValue {
        var paths: [String: [String: JSONValue]] = [:]
        for route in routes {
            paths["/api/v1" + route.path, default: [:]][route.method.rawValue.lowercased()] = operation(route)
        }
        paths["/healthz"] = ["get": health]
        var components: [String: JSONValue] = [:]
        let described = JSONSchema.hoisted(.object(paths.mapValues(JSONValue.object)), into: &components)
        for schema in [Schema.problem, SessionSocketSchema.messages, SessionSocketSchema.requests] {
            _ = JSONSchema.hoisted(schema, into: &components)
        }
        return .object([
            "openapi": .string("3.1.0"),
            "info": .object([
                "title": .string("Samspil"), "version": .string("1"),
                "description": .string(
                    "Development weeks: collaboration models written together, confirmed, and brought into goal plans."
                ),
                "license": .object(["name": .string("MPL-2.0"), "identifier": .string("MPL-2.0")]),
            ]),
            "servers": .array([.object(["url": .string("/")])]),
            "paths": described,
            "x-websockets": sockets,
            "components": .object([
                "schemas": .object(components),
                "securitySchemes": .object([
                    "bearer": .object(["type": .string("http"), "scheme": .string("bearer")]),
                    "cookie": .object([
                        "type": .string("apiKey"), "in": .string("cookie"), "name": .string(Cookie.name),
                    ]),
                ]),
            ]),
        ])
    }

    /// OpenAPI has no word for sockets: what goes over each, by its path.
    private static let sockets: JSONValue = [
        "/ws/sessions/{sessionId}": [
            "summary": "A session's commands and events: one JSON text a message.",
            "query": [
                "token": "A bearer token, where there is no cookie.",
                "after": "The last sequence number that was seen; what came since is sent, as events or as a state.",
                "state": "With 1, the client understands a state in the place of many events.",
            ],
            "send": ["$ref": "#/components/schemas/SessionRequest"],
            "receive": ["$ref": "#/components/schemas/SessionMessage"],
        ],
        "/ws/documents/{modelId}": [
            "summary": "A model's document by y-websocket's protocol: binary messages.",
            "query": [
                "token": "A bearer token, where there is no cookie.",
                "saved": "With 1, message type 4 tells the state vector up to which everything is durable.",
                "acknowledge": "With 1, each update is answered for once it is durable, or refused.",
            ],
        ],
    ]

    /// Beside the interface, for who watches the machine.
    private static let health: JSONValue = [
        "summary": "Whether what people write can be saved now.", "operationId": "getHealth", "security": [],
        "responses": [
            "200": [
                "description": "It can: something was committed within the last second.",
                "content": [
                    "application/json": [
                        "schema": Schema.object([
                            "status": Schema.oneOf(["ok"]),
                            // No new weeks and sessions are begun while it is nearly full.
                            "disk": Schema.oneOf(["ok", "nearlyFull"]),
                        ])
                    ]
                ],
            ],
            "503": [
                "description": "Nothing can be committed; it is tried again by itself.",
                "content": [
                    "application/problem+json": ["schema": ["$ref": "#/components/schemas/Problem"]]
                ],
            ],
        ],
    ]

    /// One operation. Every refusal is the same `default` response: any of them may come from any route.
    private static func operation(_ route: Route) -> JSONValue {
        let exchange = route.exchange
        let refused: JSONValue = .object([
            "description": .string("Refused; the problem says why (RFC 9457)."),
            "content": .object([
                "application/problem+json": .object([
                    "schema": .object(["$ref": .string("#/components/schemas/Problem")])
                ]),
                // What the transport refuses before a route is found, such as an address with a line break.
                "text/plain": .object(["schema": Schema.string]),
            ]),
        ])
        var operation: [String: JSONValue] = [
            "summary": .string(route.summary),
            "operationId": .string(operationID(route)), "tags": [.string(route.tag)],
            "responses": .object(answers(exchange).merging(["default": refused]) { answer, _ in answer }),
        ]
        var parameters =
            pathParameters(route)
            + exchange.query.map {
                parameter($0.name, "query", $0.meaning, schema: exchange.querySchemas[$0.name]?() ?? Schema.string)
            }
        if exchange.isConditional {
            parameters.append(
                parameter(
                    "If-Match", "header", "The revision that was read, as ETag gave it, or *.",
                    schema: ["type": "string", "pattern": "^(\"[0-9]{1,9}\"|\\*)$"]))
        }
        if exchange.isMadeOnce {
            parameters.append(
                parameter(
                    "Idempotency-Key", "header",
                    "An id that nobody guesses, new for each press: the same request with the same id makes one thing, and "
                        + "is answered alike for a day. From 22 letters on that holds over a restart of the server. 422 "
                        + "where the id was used for another request, 409 where it was made and the answer is not known "
                        + "any more.",
                    schema: ["type": "string", "minLength": 1, "maxLength": 64, "pattern": "^[!-~]+$"],
                    isRequired: false))
        }
        if !parameters.isEmpty { operation["parameters"] = .array(parameters) }
        if let request = exchange.request() {
            var content: [String: JSONValue] = ["application/json": ["schema": request]]
            for type in exchange.otherRequestTypes { content[type] = ["schema": Schema.string] }
            operation["requestBody"] = ["required": true, "content": .object(content)]
        }
        if case .anybody = route.requirement {
            operation["security"] = .array([])
        } else {
            operation["security"] = .array([
                .object(["bearer": .array([])]), .object(["cookie": .array([])]),
            ])
        }
        return .object(operation)
    }

    /// By status.
    private static func answers(_ exchange: ExchangeDescription) -> [String: JSONValue] {
        var answers = [String(exchange.status): response(exchange)]
        for (status, schema) in exchange.others {
            answers[String(status)] = [
                "description": "Done, but not at once.", "content": ["application/json": ["schema": schema()]],
            ]
        }
        return answers
    }

    /// Without content the response has none at all: an empty schema would promise JSON.
    private static func response(_ exchange: ExchangeDescription) -> JSONValue {
        var content: [String: JSONValue] = [:]
        if let schema = exchange.response() { content["application/json"] = .object(["schema": schema]) }
        for type in exchange.otherTypes { content[type] = .object(["schema": Schema.string]) }
        var response: [String: JSONValue] = ["description": .string("Done.")]
        if !content.isEmpty { response["content"] = .object(content) }
        return .object(response)
    }

    /// Read off the path, so that none can be forgotten; text unless the route says what it may be.
    private static func pathParameters(_ route: Route) -> [JSONValue] {
        PathPattern(route.path).parameters.map { name in
            parameter(name, "path", nil, schema: route.exchange.pathSchemas[name]?() ?? Schema.string)
        }
    }

    /// - Parameter isRequired: parameters of a query are optional and all others required, unless said.
    private static func parameter(
        _ name: String, _ place: String, _ meaning: String?, schema: JSONValue = Schema.string, isRequired: Bool? = nil
    ) -> JSONValue {
        var parameter: [String: JSONValue] = [
            "name": .string(name), "in": .string(place), "required": .bool(isRequired ?? (place != "query")),
            "schema": schema,
        ]
        if let meaning { parameter["description"] = .string(meaning) }
        return .object(parameter)
    }

    /// `getWeeksWeekIdExport` for `GET /weeks/{weekId}/export`.
    private static func operationID(_ route: Route) -> String {
        let words = route.path.split { !$0.isLetter && !$0.isNumber }
        return route.method.rawValue.lowercased()
            + words.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    }
}
