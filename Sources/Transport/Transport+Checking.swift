import Glibc
import HTTPTypes

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
