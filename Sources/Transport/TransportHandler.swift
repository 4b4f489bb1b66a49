package import HTTPTypes

/// A request as a handler gets it.
package struct HTTPRequestMessage: Sendable {
    /// Method, path with query, and the header fields libwebsockets knows by name plus those configured.
    ///
    /// The path is normalised: percent-escapes decoded, `//`, `/./` and `/../` resolved (never above the root), then
    /// encoded again so that it can be split at `?`, `&` and `=` without ambiguity. It may carry a token: never log it.
    package var request: HTTPRequest
    /// Whole, at most `TransportLimits.bodyBytes`.
    package var body: [UInt8]
    /// The client's address; what a trusted proxy says it is, where one forwards.
    package var remoteAddress: String

    package init(request: HTTPRequest, body: [UInt8] = [], remoteAddress: String) {
        self.request = request
        self.body = body
        self.remoteAddress = remoteAddress
    }
}
