/// Why a document could not be converted.
package enum ConversionError: Error, Sendable, Hashable {
    /// The program is not installed, or not found.
    case missing(Converter)
    /// As many conversions wait as may.
    case busy
    /// As many of this person's, or this session's, wait as may; others' are taken.
    case busyForAsker
    /// More text than a converter is given.
    case tooLarge
    /// The time was up, and the program was ended.
    case tookTooLong(Converter)
    /// It ended without a result; why is in the log, and may hold people's words.
    case failed(Converter, reason: String)
}
