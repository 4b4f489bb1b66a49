package import Foundation

extension JSONValue {
    /// Reads a whole JSON text (RFC 8259), within bounds of size and nesting. A name that stands twice in an object is
    /// a fault: readers would differ in which of them counts.
    ///
    /// - Throws: `JSONParsingError` with the byte where it went wrong.
    package static func parse(_ bytes: [UInt8], limits: JSONLimits = .standard) throws(JSONParsingError) -> JSONValue {
        var parser = JSONParser(bytes, limits: limits)
        return try parser.parse()
    }

    package static func parse(_ data: Data, limits: JSONLimits = .standard) throws(JSONParsingError) -> JSONValue {
        guard data.count <= limits.bytes else {
            throw JSONParsingError(reason: .tooLarge(limit: limits.bytes), offset: 0)
        }
        return try parse(Array(data), limits: limits)
    }

    package static func parse(_ text: String, limits: JSONLimits = .standard) throws(JSONParsingError) -> JSONValue {
        guard text.utf8.count <= limits.bytes else {
            throw JSONParsingError(reason: .tooLarge(limit: limits.bytes), offset: 0)
        }
        return try parse(Array(text.utf8), limits: limits)
    }

    /// The value as JSON, keys sorted; `pretty` puts every member on its own line.
    package func text(pretty: Bool = false) -> String {
        var writer = JSONWriter(isPretty: pretty)
        writer.write(self)
        return writer.text
    }

    /// UTF-8, without a byte order mark.
    package func data(pretty: Bool = false) -> Data {
        Data(text(pretty: pretty).utf8)
    }
}
