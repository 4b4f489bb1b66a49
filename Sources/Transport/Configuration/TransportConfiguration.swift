import Glibc
import HTTPTypes

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
    /// Bounds on what the network may make the process hold or wait for.
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

// MARK: - What is accepted

extension Transport {
    nonisolated static func check(_ configuration: TransportConfiguration) throws(TransportError) {
        let limits = configuration.limits
        guard limits.pingSeconds > 0, limits.hangUpSeconds > limits.pingSeconds else {
            throw .invalidConfiguration(
                setting: "hangUpSeconds", accepts: "more seconds than pingSeconds, which accepts 1 or more")
        }
        guard (1024...30_000).contains(limits.headerBytes) else {
            throw .invalidConfiguration(setting: "headerBytes", accepts: "1024 to 30000")
        }
        guard limits.bodyBytes > 0, limits.messageBytes > 0, limits.outboundQueueBytes > 0,
            (1024...(1 << 24)).contains(limits.writeChunkBytes)
        else {
            throw .invalidConfiguration(setting: "limits", accepts: "positive sizes, writeChunkBytes 1 KiB to 16 MiB")
        }
        guard limits.descriptors >= 64 else {
            throw .invalidConfiguration(setting: "descriptors", accepts: "64 or more")
        }
        if let tls = configuration.tls {
            for path in [tls.certificatePath, tls.keyPath] where access(path, R_OK) != 0 {
                throw .tlsUnusable(path: path, reason: String(cString: strerror(errno)))
            }
        }
    }

    nonisolated static func headerNames(_ names: [String]) throws(TransportError) -> [HTTPField.Name] {
        var fields: [HTTPField.Name] = []
        for name in names {
            guard let field = HTTPField.Name(name) else {
                throw .invalidConfiguration(setting: "additionalHeaders", accepts: "names of header fields")
            }
            fields.append(field)
        }
        return fields
    }
}
