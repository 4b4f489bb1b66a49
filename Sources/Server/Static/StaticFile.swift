import Application
import HTTPTypes

/// One file of the page, in memory, in every encoding it was precompressed to.
struct StaticFile {
    /// The media type, with its charset for text.
    let type: String
    /// In quotes (RFC 9110 section 8.8.3): of the content, alike in every encoding.
    let entityTag: String
    /// Whether the name holds a hash of the content, so that it may be kept for ever.
    let isImmutable: Bool
    /// The bytes uncompressed; beside it what the bundler compressed. A compressed one that is missing is not made
    /// here.
    let identity: [UInt8]
    let gzip: [UInt8]?
    let brotli: [UInt8]?

    /// The best encoding the client accepts (RFC 9110 section 12.5.3); brotli before gzip.
    func encoding(accepted: String) -> (body: [UInt8], name: String?) {
        let names = accepted.split(separator: ",").compactMap { Self.acceptedName($0) }
        if let brotli, names.contains("br") { return (brotli, "br") }
        if let gzip, names.contains("gzip") { return (gzip, "gzip") }
        return (identity, nil)
    }

    /// Whether an `Accept-Encoding` takes gzip.
    static func acceptsGzip(_ accepted: String) -> Bool {
        accepted.split(separator: ",").contains { acceptedName($0) == "gzip" }
    }

    /// The name of a content coding, unless its weight is zero.
    private static func acceptedName(_ coding: Substring) -> String? {
        let parts = coding.split(separator: ";")
        guard let name = parts.first else { return nil }
        let refused = parts.dropFirst().contains { part in
            let weight = part.filter { $0 != " " }
            return weight.hasPrefix("q=0") && !weight.contains { ("1"..."9").contains($0) }
        }
        return refused ? nil : name.filter { $0 != " " }.lowercased()
    }
}
