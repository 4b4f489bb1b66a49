package import Foundation

/// `Codable` values as JSON whose bytes depend on the value alone: keys sorted, slashes not escaped. What is stored,
/// compared, hashed or answered with a tag is encoded so. A ``JSONValue`` writes itself (``JSONValue/data(pretty:)``).
package enum CanonicalJSON {
    /// - Parameter pretty: every member on its own line, for files that people open.
    /// - Throws: what the value's own `encode(to:)` throws; a number that isn't finite.
    package static func encode(_ value: some Encodable, pretty: Bool = false) throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        if pretty { encoder.outputFormatting.insert(.prettyPrinted) }
        return try encoder.encode(value)
    }
}
