import Foundation
import Planning

/// The code points that a set of fonts has letters for.
package struct Letters: Sendable, Hashable {
    /// What stands where a letter could not be set, if the fonts have it: a box that nobody types.
    private static let box: Unicode.Scalar = "\u{25AF}"

    /// In order, none touching the next.
    private let ranges: [ClosedRange<UInt32>]

    /// - Parameter ranges: in any order, overlapping or not.
    package init(_ ranges: [ClosedRange<UInt32>]) {
        var merged: [ClosedRange<UInt32>] = []
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let last = merged.last, last.upperBound >= range.lowerBound {
                merged[merged.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
            } else {
                merged.append(range)
            }
        }
        self.ranges = merged
    }

    /// Whether there is nothing to look up.
    package var isEmpty: Bool { ranges.isEmpty }

    /// Also true for what is never drawn: spaces, joiners, what chooses among shapes.
    package func has(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return true }
        var low = 0
        var high = ranges.count
        while low < high {
            let middle = (low + high) / 2
            if ranges[middle].upperBound < scalar.value { low = middle + 1 } else { high = middle }
        }
        if low < ranges.count, ranges[low].contains(scalar.value) { return true }
        return scalar.properties.isDefaultIgnorableCodePoint || scalar.properties.isWhitespace
    }

    /// A letter with its accents is set if it is there whole or in parts, however it was written.
    private func has(_ character: Character) -> Bool {
        if character.unicodeScalars.allSatisfy(has) { return true }
        let text = String(character)
        return text.precomposedStringWithCanonicalMapping.unicodeScalars.allSatisfy(has)
            || text.decomposedStringWithCanonicalMapping.unicodeScalars.allSatisfy(has)
    }

    /// The text with one box for each letter that cannot be set, so that its place is seen. Markup stays as it is: what
    /// is ASCII is never replaced.
    /// - Returns: also the code points that the boxes stand for, each once, in the order of the text.
    package func marking(_ text: String) -> (text: String, missing: [Unicode.Scalar]) {
        let box = has(Self.box) ? Self.box : "?"
        var result: [UInt8] = []
        result.reserveCapacity(text.utf8.count)
        var missing: [Unicode.Scalar] = []
        var known: Set<Unicode.Scalar> = []
        for character in text {
            if has(character) {
                result.append(contentsOf: character.utf8)
                continue
            }
            var isMarked = false
            for scalar in character.unicodeScalars {
                if has(scalar) {
                    result.append(scalar: scalar)
                    continue
                }
                if known.insert(scalar).inserted { missing.append(scalar) }
                if !isMarked { result.append(scalar: box) }
                isMarked = true
            }
        }
        return (String(decoding: result, as: UTF8.self), missing)
    }
}

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
