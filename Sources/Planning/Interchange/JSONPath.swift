/// Where in a JSON document something stands, as `$.goals[2].unitId`: a subset of JSONPath (RFC 9535) without queries.
package struct JSONPath: Sendable, Hashable, CustomStringConvertible {
    package let description: String

    /// The whole document.
    package static let root = JSONPath(description: "$")

    /// A member; in brackets and quotes where its name is no plain word.
    package subscript(key: String) -> JSONPath {
        let isPlain =
            !key.isEmpty
            && key.utf8.allSatisfy { byte in
                (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF) || byte == 0x5F
            }
        // A key comes from the file; only so much of it is repeated.
        return JSONPath(
            description: description + (isPlain ? ".\(key)" : "[\(JSONValue.string(String(key.prefix(80))).text())]"))
    }

    /// An element, counted from 0.
    package subscript(index: Int) -> JSONPath {
        JSONPath(description: description + "[\(index)]")
    }
}
