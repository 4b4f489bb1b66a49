/// What an id may look like: 1–100 bytes of letters (any alphabet), digits, hyphen, full stop, underscore, colon, at
/// sign or tilde, so that it can stand in an address and a log line as it is; not only full stops.
package enum Identifier {
    package static func isValid(_ id: String) -> Bool {
        guard !id.isEmpty, id.utf8.count <= InterchangeLimits.identifierBytes else { return false }
        guard id.contains(where: { $0 != "." }) else { return false }
        // Nearly all are made here; a table of thousands of rows is asked about each time it is read.
        if id.utf8.allSatisfy(isPlain) { return true }
        return id.unicodeScalars.allSatisfy { scalar in
            scalar.properties.isAlphabetic || scalar.properties.numericType == .decimal
                || "-._:@~".unicodeScalars.contains(scalar)
                || scalar.properties.canonicalCombiningClass != .notReordered
        }
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
            UInt8(ascii: ":"), UInt8(ascii: "@"), UInt8(ascii: "~"):
            true
        default: false
        }
    }
}
