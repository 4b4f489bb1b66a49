import HTTPTypes
import Planning
import Transport

/// The texts a municipality edits without compiling: field definitions and agendas; and the description of all this.
extension Services {
    func textRoutes() -> [Route] {
        [
            Route(
                .get, "/fields", for: .anybody, "The fields of the collaboration model in its three editions.",
                ExchangeDescription(response: Schema.anyObject)
            ) { _ in try .json(self.definitions.source) },
            Route(
                .get, "/agendas", for: .anybody, "The agendas a session can be made from.",
                ExchangeDescription(response: Schema.array(of: Schema.anyObject))
            ) { _ in try .json(self.agendas.source) },
            Route(
                .get, "/openapi.json", for: .anybody, "This description.",
                ExchangeDescription(response: Schema.anyObject)
            ) { _ in try .json(OpenAPIDocument.make(for: self.routes())) },
        ]
    }
}
