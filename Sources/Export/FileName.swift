/// File names that every system takes.
package enum FileName {
    /// Lower-case ASCII letters, digits and single hyphens; Danish letters as they are written without them.
    package static func make(_ parts: [String], fallback: String = "samspil") -> String {
        var name = ""
        for character in parts.joined(separator: " ").lowercased() {
            switch character {
            case "æ", "ä": name += "ae"
            case "ø", "ö": name += "oe"
            case "å": name += "aa"
            case "é", "è", "ê": name += "e"
            case "ü": name += "u"
            case _ where character.isASCII && (character.isLetter || character.isNumber): name.append(character)
            default: if name.last != "-", !name.isEmpty { name += "-" }
            }
            if name.utf8.count >= 80 { break }
        }
        while name.last == "-" { name.removeLast() }
        return name.isEmpty ? fallback : name
    }
}
