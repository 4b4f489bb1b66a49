extension String {
    /// With what a format could take for its own replaced. One code point at a time, as the formats' readers go: a letter
    /// of Swift's may be a quotation mark and an accent together, and no comparison would find the mark in it.
    /// - Parameter replacement: what stands for a code point; nil where it stands for itself.
    func escapingScalars(_ replacement: (Unicode.Scalar) -> String?) -> String {
        var result = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            if let text = replacement(scalar) {
                result.append(contentsOf: text.unicodeScalars)
            } else {
                result.append(scalar)
            }
        }
        return String(result)
    }
}
