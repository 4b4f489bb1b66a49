import Planning

/// What a PDF says at its end about letters that could not be set in it: nobody shall find out by what is not there.
enum MissingLetters {
    /// So many are named; of a whole text in a script that no font has, the first are enough to know it by.
    private static let named = 12

    static func notice(_ missing: [Unicode.Scalar], in language: Language) -> Block {
        let words = ExportWords(language: language)
        let isOne = missing.count == 1
        let what =
            isOne
            ? words("1 tegn kunne ikke sættes", "1 character could not be set")
            : words("\(missing.count) tegn kunne ikke sættes", "\(missing.count) characters could not be set")
        let reason = words(
            " i denne PDF, fordi ingen skrifttype på serveren har \(isOne ? "det" : "dem"). Hvor der mangler noget,"
                + " står der en tom boks.",
            " in this PDF, because no font on the server has \(isOne ? "it" : "them"). An empty box marks each place.")
        let rest = missing.count - named
        let names =
            missing.prefix(named).map(name).joined(separator: ", ")
            + (rest > 0 ? words(" og \(rest) andre", " and \(rest) more") : "")
        let remedy = words(
            "Teksten er hel i Word- og OpenDocument-udgaven.",
            "The text is complete in the Word and OpenDocument versions.")
        let which = words("Det gælder", isOne ? "It is" : "They are")
        return .notice(Line("\(what)\(reason) \(which) \(names). \(remedy)"))
    }

    /// "U+A997 JAVANESE LETTER RA", as Unicode names it in every language; the number alone where it has no name.
    private static func name(_ scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        let number = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        return scalar.properties.name.map { "\(number) \($0)" } ?? number
    }
}
