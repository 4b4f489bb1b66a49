/// A format that a converter makes.
package enum ConversionFormat: String, Sendable, Hashable, CaseIterable {
    case docx, odt
    /// Tagged for screen readers (PDF/UA-1).
    case pdf
    /// For the archive (PDF/A-3b).
    case archivePDF

    package var converter: Converter {
        switch self {
        case .docx, .odt: .pandoc
        case .pdf, .archivePDF: .weasyprint
        }
    }
}

/// A program that turns a document into another format. The raw value is its name, and that of the Debian package it
/// comes in.
package enum Converter: String, Sendable, Hashable, CaseIterable {
    case pandoc, weasyprint
}

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
