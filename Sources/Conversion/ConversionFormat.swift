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
