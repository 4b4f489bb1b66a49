/// Where in a JSON document something stands, as `$.goals[2].unitId`.
package struct JSONPath: Sendable, Hashable, CustomStringConvertible {
    package let description: String

    package static let root = JSONPath(description: "$")

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

    package subscript(index: Int) -> JSONPath {
        JSONPath(description: description + "[\(index)]")
    }
}
