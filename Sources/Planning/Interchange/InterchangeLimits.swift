/// How much an interchange document may hold. Whole-document size and nesting are in ``JSONLimits``.
package enum InterchangeLimits {
    /// Bytes of an id: ids stand in addresses and in log lines.
    package static let identifierBytes = 100
    /// Bytes of a name or title: it has to fit a heading.
    package static let nameBytes = 1_000
    /// Bytes of any other text. A long field is some kilobytes; a whole document may hold 1 MiB of text, and what was
    /// exported must always be importable.
    package static let textBytes = 1 << 20
    /// Elements of a list: all municipal units of a large city are about 1,500.
    package static let listElements = 10_000
    /// Faults told at once: more help nobody.
    package static let faults = 500
}

/// What an id may look like: 1–100 bytes of letters (any alphabet), digits, hyphen, full stop, underscore, colon, at
/// sign or tilde, so that it can stand in an address and a log line as it is; not only full stops.
package enum Identifier {
    /// Never a space: references in a plan's line stand with spaces between them.
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
