/// What an id may look like: 1–100 bytes of letters (any alphabet), digits, hyphen, full stop, underscore, colon, at
/// sign or tilde, so that it can stand in an address and a log line as it is; not only full stops.
package enum Identifier {
    package static func isValid(_ id: String) -> Bool {
        guard !id.isEmpty, id.utf8.count <= InterchangeLimits.identifierBytes else { return false }
        guard id.contains(where: { $0 != "." }) else { return false }
        return id.unicodeScalars.allSatisfy { scalar in
            scalar.properties.isAlphabetic || scalar.properties.numericType == .decimal
                || "-._:@~".unicodeScalars.contains(scalar)
                || scalar.properties.canonicalCombiningClass != .notReordered
        }
    }
}
