import Application
import HTTPTypes
import Planning
import Rooms
import Transport

/// Answers that need no sign-in and are the same for everybody: the texts that a municipality edits without compiling
/// (field definitions, agendas), limits, schemas, the interface's description, and whether anything can be saved.
@ServiceLoop
struct TextRoutes: Resource {
    let definitions: FieldDefinitions
    let agendas: Agendas
    let told: ToldLimits
    let log: UpdateLog
    let disk: DiskWatch
    let shared: SharedAnswers
    /// The whole interface.
    let described: @ServiceLoop @Sendable () -> [Route]

    private struct StorageState: Codable {
        let works: Bool
        /// Told to administrators alone.
        let isNearlyFull: Bool?
    }

    var routes: [Route] {
        [
            Route(
                .get, "/fields", for: .anybody, "The fields of the collaboration model in its three editions.",
                ExchangeDescription(response: InterchangeDescription.fields)
            ) { _ in try await self.fixed("fields") { try .json(self.definitions.source) } },
            Route(
                .get, "/agendas", for: .anybody, "The agendas a session can be made from.",
                ExchangeDescription(response: InterchangeDescription.agendas)
            ) { _ in try await self.fixed("agendas") { try .json(self.agendas.source) } },
            Route(
                .get, "/limits", for: .anybody,
                "How long texts may be, and models: what a page tells before somebody comes up against it.",
                ExchangeDescription(response: Schema.of(ToldLimits.self))
            ) { _ in try await self.fixed("limits") { try .json(self.told) } },
            Route(
                .get, "/storage", for: .anybody,
                "Whether the server can save at the moment. Asks no disk: pages without a session's connection ask often.",
                ExchangeDescription(
                    response: Schema.of(StorageState.self))
            ) { context in
                // What to do about it is for whoever runs the server.
                let mayKnow = context.principal?.isAdministrator ?? false
                return try .json(
                    StorageState(
                        works: self.log.isAccepting, isNearlyFull: mayKnow ? self.disk.isShort : nil))
            },
            Route(
                .get, "/schemas/{schemaName}", for: .anybody,
                "A JSON Schema of what is exported: goal-plan, goal-plan-draft or session-outcome.",
                .published
            ) { context in
                let name = try context.parameter(.schema)
                guard let schema = Schema.published[name] else { throw Problem.notFound }
                return try await self.fixed("schemas/" + name) { try .json(schema()) }
            },
            Route(
                .get, "/openapi.json", for: .anybody, "This description.",
                ExchangeDescription(response: Schema.openAPI)
            ) { _ in
                try await self.shared.answer("openapi", for: .untilRestart) {
                    let routes = self.described()
                    return try await Self.beside { try .json(OpenAPIDocument.make(for: routes)) }
                }
            },
        ]
    }

    /// An answer that does not change while the server runs.
    private func fixed(
        _ name: String, make: @escaping @Sendable () throws -> Response
    ) async throws -> Response {
        try await shared.answer(name, for: .untilRestart) { try await Self.beside(make) }
    }

    /// Off the service loop: on the threads that ``SharedAnswers`` prefers.
    private nonisolated static func beside(_ make: @Sendable () throws -> Response) async throws -> Response {
        try make()
    }
}

extension ExchangeDescription {
    /// The schemas' names are an enumeration in the description, so that a client cannot ask for another.
    fileprivate static var published: ExchangeDescription {
        var description = ExchangeDescription(response: Schema.jsonSchema)
        description.pathSchemas["schemaName"] = { Schema.oneOf(Schema.published.keys.sorted()) }
        return description
    }
}
