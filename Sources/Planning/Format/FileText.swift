package import Foundation

/// The text of a file that a person chose, decoded by what its bytes are: by the byte order mark; else as UTF-8 where
/// they are that; else as Windows-1252 where that gives what people write in Danish. Nothing is replaced or left out:
/// what can be read in no way is refused.
package struct FileText: Sendable, Hashable {
    /// How a file's bytes were read as text.
    package enum Encoding: Sendable, Hashable {
        case utf8, utf16, windows1252
    }

    /// Without the mark.
    package let text: String
    package let encoding: Encoding

    /// - Throws: `FileTextFault` for bytes that are no text in any encoding that spreadsheets write.
    package init(_ data: Data) throws(FileTextFault) {
        let bytes = [UInt8](data)
        if let kind = FileTextFault(signatureOf: bytes) { throw kind }
        (text, encoding) = try Self.decode(bytes)
    }

    private static func decode(_ bytes: [UInt8]) throws(FileTextFault) -> (String, Encoding) {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            guard let text = String(validating: bytes[3...], as: UTF8.self) else { throw .damaged }
            return (text, .utf8)
        }
        if bytes.starts(with: [0xFF, 0xFE]) { return (try utf16(bytes[2...], littleEndian: true), .utf16) }
        if bytes.starts(with: [0xFE, 0xFF]) { return (try utf16(bytes[2...], littleEndian: false), .utf16) }
        if let isLittle = halvesAreNothing(bytes) { return (try utf16(bytes[...], littleEndian: isLittle), .utf16) }
        if let text = String(validating: bytes, as: UTF8.self) { return (text, .utf8) }
        if isMostlyUTF8(bytes) { throw .damaged }
        return (try Windows1252.text(bytes), .windows1252)
    }

    /// - Parameter bytes: without the mark.
    private static func utf16(_ bytes: ArraySlice<UInt8>, littleEndian: Bool) throws(FileTextFault) -> String {
        guard bytes.count.isMultiple(of: 2) else { throw .damaged }
        let units = stride(from: bytes.startIndex, to: bytes.endIndex, by: 2).map { place in
            let (first, second) = (UInt16(bytes[place]), UInt16(bytes[place + 1]))
            return littleEndian ? second << 8 | first : first << 8 | second
        }
        guard let text = String(validating: units, as: UTF16.self), !text.unicodeScalars.contains("\0") else {
            throw .unknown
        }
        return text
    }

    /// UTF-16 without a mark: most letters have a byte of zero. Whether that is the second one; nil for other text.
    private static func halvesAreNothing(_ bytes: [UInt8]) -> Bool? {
        guard bytes.count >= 4, bytes.count.isMultiple(of: 2), bytes.contains(0) else { return nil }
        var (even, odd) = (0, 0)
        for (place, byte) in bytes.enumerated() where byte == 0 {
            if place.isMultiple(of: 2) { even += 1 } else { odd += 1 }
        }
        let most = bytes.count / 2
        if even == 0, odd * 2 > most { return true }
        if odd == 0, even * 2 > most { return false }
        return nil
    }

    /// UTF-8 with something broken in it: most of what isn't ASCII is whole letters of UTF-8.
    private static func isMostlyUTF8(_ bytes: [UInt8]) -> Bool {
        var (whole, other, place) = (0, 0, 0)
        while place < bytes.count {
            let byte = bytes[place]
            guard byte >= 0x80 else {
                place += 1
                continue
            }
            let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC2 ? 2 : 0
            let end = place + length
            if length > 0, end <= bytes.count, String(validating: bytes[place..<end], as: UTF8.self) != nil {
                (whole, place) = (whole + length, end)
            } else {
                (other, place) = (other + 1, place + 1)
            }
        }
        return whole > other
    }

    // MARK: What to tell of it

    /// What whoever chose the file should look at; none for most files.
    /// - Parameter name: what the file is called; nil where there is one only.
    package func notes(name: String? = nil) -> [LocalizedText] {
        let (da, en) = (name.map { "Filen »\($0)«" } ?? "Filen", name.map { "The file “\($0)”" } ?? "The file")
        var notes: [LocalizedText] = []
        if encoding == .windows1252 {
            notes.append(
                LocalizedText(
                    da: "\(da) er læst som Windows-1252. Se efter, at æ, ø og å står rigtigt.",
                    en: "\(en) was read as Windows-1252. Check that letters such as æ, ø and å are right."))
        }
        let lost = text.unicodeScalars.count { $0 == "\u{FFFD}" }
        if lost > 0 {
            notes.append(
                LocalizedText(
                    da: "\(da) har \(lost) sted\(lost == 1 ? "" : "er") med tegnet \u{FFFD}: her var et bogstav gået "
                        + "tabt, før filen blev valgt. Find dem, og skriv bogstavet igen.",
                    en: "\(en) has the character \u{FFFD} in \(lost) place\(lost == 1 ? "" : "s"): a letter was lost "
                        + "there before the file was chosen. Find it, and write the letter again."))
        }
        return notes
    }
}

/// Why a file's bytes are no text that is read here.
package enum FileTextFault: Error, Sendable, Hashable {
    /// A spreadsheet's or a word processor's own format, or another archive.
    case packed
    /// It says that it is Unicode, and is broken somewhere.
    case damaged
    /// None of the encodings that are known here.
    case unknown

    /// What begins as files that are no text do.
    fileprivate init?(signatureOf bytes: [UInt8]) {
        let signatures: [[UInt8]] = [[0x50, 0x4B, 3, 4], [0xD0, 0xCF, 0x11, 0xE0], [0x25, 0x50, 0x44, 0x46, 0x2D]]
        guard signatures.contains(where: bytes.starts(with:)) else { return nil }
        self = .packed
    }

    package var message: LocalizedText {
        let (da, en) = (
            "Gem den som UTF-8 (i et regneark »CSV UTF-8 (semikolonsepareret)«), og vælg den igen.",
            "Save it as UTF-8 (in a spreadsheet “CSV UTF-8”), and choose it again."
        )
        return switch self {
        case .packed:
            .init(
                da: "Filen er ikke tekst, men et regneark, et dokument eller et arkiv. \(da)",
                en: "The file is not text but a spreadsheet, a document or an archive. \(en)")
        case .damaged:
            .init(
                da: "Filen er beskadiget: nogle bogstaver er halve. Hent den igen, hvor den kom fra. \(da)",
                en: "The file is damaged: some letters are halved. Get it again from where it came. \(en)")
        case .unknown:
            .init(
                da: "Filens tegn kan ikke læses: den er hverken UTF-8, UTF-16 eller Windows-1252. \(da)",
                en: "The file’s letters cannot be read: it is neither UTF-8, UTF-16 nor Windows-1252. \(en)")
        }
    }
}
