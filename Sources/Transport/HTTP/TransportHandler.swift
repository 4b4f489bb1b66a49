/// What is served. Called on the service thread, which nothing here may block.
@ServiceLoop
package protocol TransportHandler: AnyObject, Sendable {
    /// A request, its body arrived whole. Answer now or later, once, through `exchange`; until then the client waits,
    /// and no other request of its connection is read.
    func handle(_ request: HTTPRequestMessage, on exchange: HTTPExchange)

    /// How large the body of this request may be, asked when its header lines are there and before any of the body is
    /// kept. May not wait.
    func bodyAllowance(of request: HTTPRequestMessage) -> BodyAllowance

    /// Whether this WebSocket may be opened. libwebsockets cannot wait inside the handshake: where the decision needs
    /// the database, accept and let the handler close with a code of its own (4401) once it knows.
    func upgrade(_ request: HTTPRequestMessage) -> UpgradeDecision
}
