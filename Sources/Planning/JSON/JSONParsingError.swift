/// Why bytes are not a JSON text this program reads.
package struct JSONParsingError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What a text breaks of RFC 8259, or of the limits.
    package enum Reason: Sendable, Hashable {
        case tooLarge(limit: Int)
        case tooDeep(limit: Int)
        case unexpectedEnd
        case unexpectedByte
        case invalidNumber
        case invalidString
        case invalidUTF8
        case duplicateMember(String)
        case trailingBytes
    }

    /// In the words of the grammar; ``message`` says it to a person.
    package let reason: Reason
    /// Where in the text it went wrong, counted in bytes from 0.
    package let offset: Int

    /// For logs: English, with the place.
    package var description: String {
        "\(message.en) (byte \(offset))"
    }

    /// A sentence for the person who chose the file.
    package var message: LocalizedText {
        switch reason {
        case .tooLarge(let limit):
            .init(
                da: "Filen er for stor; grænsen er \(limit) byte.",
                en: "The file is too large; the limit is \(limit) bytes.")
        case .tooDeep(let limit):
            .init(
                da: "Filen er indlejret for dybt; grænsen er \(limit) niveauer.",
                en: "The file is nested too deeply; the limit is \(limit) levels.")
        case .unexpectedEnd:
            .init(da: "Filen slutter, før den er færdig.", en: "The file ends before it is complete.")
        case .unexpectedByte:
            .init(
                da: "Filen er ikke gyldig JSON ved byte \(offset).", en: "The file is not valid JSON at byte \(offset)."
            )
        case .invalidNumber:
            .init(da: "Tallet ved byte \(offset) er ikke gyldigt.", en: "The number at byte \(offset) is not valid.")
        case .invalidString, .invalidUTF8:
            .init(da: "Teksten ved byte \(offset) er ikke gyldig.", en: "The text at byte \(offset) is not valid.")
        case .duplicateMember(let name):
            .init(
                da: "Medlemmet »\(name)« står to gange i samme objekt.",
                en: "The member “\(name)” appears twice in the same object.")
        case .trailingBytes:
            .init(
                da: "Der står mere efter slutningen af JSON-teksten.",
                en: "There is more after the end of the JSON text.")
        }
    }
}
