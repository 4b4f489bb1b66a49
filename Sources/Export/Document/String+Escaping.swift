extension String {
    /// With what a format could take for its own replaced. One code point at a time, as the formats' readers go: a
    /// letter of Swift's may be a quotation mark and an accent together, and no comparison would find the mark in it.
    ///
    /// Time in proportion to the text: joined as bytes, because `String.UnicodeScalarView.append(contentsOf:)` copies
    /// all that is there already.
    /// - Parameter replacement: what stands for a code point; nil where it stands for itself.
    func escapingScalars(_ replacement: (Unicode.Scalar) -> String?) -> String {
        var result: [UInt8] = []
        result.reserveCapacity(utf8.count)
        for scalar in unicodeScalars {
            if let text = replacement(scalar) {
                result.append(contentsOf: text.utf8)
            } else {
                result.append(scalar: scalar)
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}

extension [UInt8] {
    /// Adds a code point in UTF-8.
    mutating func append(scalar: Unicode.Scalar) {
        append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
}
