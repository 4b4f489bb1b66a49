/// Where and how to listen.
package struct TransportConfiguration: Sendable {
    /// Files in PEM form. The certificate file holds the whole chain.
    package struct TLS: Sendable, Hashable {
        package var certificatePath: String
        package var keyPath: String

        package init(certificatePath: String, keyPath: String) {
            self.certificatePath = certificatePath
            self.keyPath = keyPath
        }
    }

    /// A name or a numeric address; `0.0.0.0` and `::` mean every interface.
    package var host: String
    /// 0 lets the system pick one; see `Transport.boundPort`.
    package var port: Int
    /// nil serves plain HTTP.
    package var tls: TLS?
    /// Subprotocols a WebSocket may be opened with. libwebsockets picks the first of the client's that is here, and
    /// refuses a client that asks only for others; a client that asks for none is always let in.
    package var subprotocols: [String]
    /// Whose `X-Forwarded-For` is believed. Nobody else's is.
    package var trustedProxies: [AddressPrefix]
    /// Request headers beyond the common ones that handlers want to see, in any case. libwebsockets 4.1 can only
    /// look an uncommon header up by its name, not list them.
    package var additionalHeaders: [String]
    package var limits: TransportLimits

    package init(
        host: String, port: Int, tls: TLS? = nil, subprotocols: [String] = [], trustedProxies: [AddressPrefix] = [],
        additionalHeaders: [String] = [
            "sec-fetch-site", "sec-fetch-mode", "x-requested-with", "x-forwarded-proto", "idempotency-key",
        ],
        limits: TransportLimits = TransportLimits()
    ) {
        self.host = host
        self.port = port
        self.tls = tls
        self.subprotocols = subprotocols
        self.trustedProxies = trustedProxies
        self.additionalHeaders = additionalHeaders
        self.limits = limits
    }
}
