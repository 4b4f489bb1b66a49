import Planning

extension JSONValue {
    /// An object whose members of these names, where they are texts, are clean lines. What they may say is checked where
    /// they are read.
    func cleaning(_ members: [String]) -> JSONValue {
        var cleaned = self
        for member in members {
            if let text = cleaned[member]?.string { cleaned[member] = .string(CleanLine.clean(text)) }
        }
        return cleaned
    }
}
