import Foundation

/// One line that others read: a name, a function, a title. What nobody sees is not in it, so that two that look the same
/// are the same, nothing turns the text around it, and nobody stands in a list with nothing.
///
/// - The form is NFC.
/// - Line breaks, tabs and every kind of space are one space; none at the ends.
/// - Controls, formats, direction marks, fillers and what else is drawn as nothing are gone, and so are characters that
///   are nobody's: private ones and those Unicode does not know. A joiner stays between emoji, a selector behind one.
/// - A letter has two combining marks at most; a mark without a letter is gone.
package struct CleanLine: Sendable, Hashable {
    /// Why a line is not taken.
    package enum Fault: Error, Sendable, Hashable {
        /// Nothing is left, or no letter or digit.
        case nothingToRead
        /// - Parameter count: how many characters there are.
        case tooLong(count: Int, most: Int)
        /// Few characters, but of so many parts each that they take more room than lines may.
        case tooHeavy
    }

    /// As people count them: a long name, or what somebody is by trade.
    package static let mostCharacters = 80
    /// Of UTF-8: four for each of them.
    package static let mostBytes = 320

    package let text: String

    /// - Parameters:
    ///   - most: characters as people count them (UAX 29), as the page counts them too.
    ///   - bytes: of UTF-8, in all.
    package init(_ written: String, most: Int = mostCharacters, bytes: Int = mostBytes) throws(Fault) {
        // What is far too long is not worth its cleaning.
        guard written.utf8.count <= 64 * 1024 else { throw .tooLong(count: written.count, most: most) }
        let text = Self.clean(written)
        guard Self.isReadable(text) else { throw .nothingToRead }
        guard text.count <= most else { throw .tooLong(count: text.count, most: most) }
        guard text.utf8.count <= bytes else { throw .tooHeavy }
        self.text = text
    }

    /// The line without what nobody sees. Cleaning what is clean changes nothing.
    package static func clean(_ written: String) -> String {
        guard !isPlain(written) else { return written }
        var text = written
        // What is taken out may bring a letter and a mark together that compose, and then make room for no more.
        while true {
            let cleaned = String(String.UnicodeScalarView(scalars(Array(text.precomposed.unicodeScalars)))).precomposed
            if cleaned.unicodeScalars.elementsEqual(text.unicodeScalars) { return cleaned }
            text = cleaned
        }
    }

    /// Whether it is clean at a glance, as nearly every line is: ASCII and the letters and signs of Latin-1, which do not
    /// compose with one another, and single spaces between them.
    private static func isPlain(_ text: String) -> Bool {
        var last: Unicode.Scalar = " "
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x20: guard last != " " else { return false }
            case 0x21...0x7E, 0xA1...0xAC, 0xAE...0xFF: break
            default: return false
            }
            last = scalar
        }
        return last != " " || text.isEmpty
    }

    private static func scalars(_ written: [Unicode.Scalar]) -> [Unicode.Scalar] {
        var kept: [Unicode.Scalar] = []
        var marks = 0
        for (place, scalar) in written.enumerated() {
            if scalar.properties.isWhitespace || scalar == "\u{2800}" {
                if let last = kept.last, last != " " { kept.append(" ") }
            } else if isMark(scalar) {
                guard let last = kept.last, last != " ", marks < 2 else { continue }
                marks += 1
                kept.append(scalar)
                continue
            } else if staysInEmoji(scalar, at: place, of: written, after: kept.last) {
                kept.append(scalar)
                continue
            } else if isDrawn(scalar) {
                kept.append(scalar)
            } else {
                // A mark that follows belongs to what stands before it.
                continue
            }
            marks = 0
        }
        if kept.last == " " { kept.removeLast() }
        return kept
    }

    /// Variation selectors are marks to Unicode, and are decided on as parts of emoji.
    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .spacingMark: !scalar.properties.isDefaultIgnorableCodePoint
        default: false
        }
    }

    /// A joiner between two emoji; the selector that shows one as a picture, behind it.
    private static func staysInEmoji(
        _ scalar: Unicode.Scalar, at place: Int, of written: [Unicode.Scalar], after last: Unicode.Scalar?
    ) -> Bool {
        guard let last else { return false }
        let next = place + 1 < written.count ? written[place + 1] : nil
        switch scalar {
        case "\u{200D}":
            return (isEmoji(last) || last == "\u{FE0F}") && (next.map(isEmoji) ?? false)
        case "\u{FE0F}":
            return isEmoji(last) || (last.isASCII && last.properties.isEmoji && next == "\u{20E3}")
        default: return false
        }
    }

    private static func isEmoji(_ scalar: Unicode.Scalar) -> Bool { !scalar.isASCII && scalar.properties.isEmoji }

    private static func isDrawn(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.properties.isDefaultIgnorableCodePoint || scalar == "\u{FFFC}" { return false }
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned: return false
        default: return true
        }
    }

    /// Whether there is a letter or a digit in it.
    static func isReadable(_ text: String) -> Bool { text.unicodeScalars.contains(where: isReadable) }

    private static func isReadable(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
            .letterNumber, .otherNumber:
            true
        default: false
        }
    }
}

extension CleanLine.Fault {
    /// What a person is told: what is not right, and by how much.
    package var message: LocalizedText {
        switch self {
        case .nothingToRead:
            LocalizedText(da: "Skriv mindst ét bogstav eller tal.", en: "Write at least one letter or digit.")
        case .tooLong(let count, let most):
            LocalizedText(
                da: "Skriv højst \(most) tegn. Der står \(count).",
                en: "Write no more than \(most) characters. There are \(count).")
        case .tooHeavy:
            LocalizedText(
                da: "Brug færre sammensatte tegn; teksten fylder for meget.",
                en: "Use fewer composed characters; the text takes too much room.")
        }
    }
}

extension String {
    fileprivate var precomposed: String { precomposedStringWithCanonicalMapping }
}
