import Application
import Conversion
import Planning

/// A format that drafts, plans and outcomes are exported in. The raw value is the extension of the file's name, and
/// what stands in addresses: it is part of the interface.
enum ExportFormat: String, Sendable, Hashable, Codable, CaseIterable {
    case json, md, csv, ics, docx, odt, pdf

    /// As IANA has registered them; what `Accept` is compared with.
    var mediaType: String {
        switch self {
        case .json: "application/json"
        case .md: "text/markdown"
        case .csv: "text/csv"
        case .ics: "text/calendar"
        case .docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        case .odt: "application/vnd.oasis.opendocument.text"
        case .pdf: "application/pdf"
        }
    }

    /// The media type with its character encoding, where it is text.
    var contentType: String {
        switch self {
        case .md, .csv, .ics: mediaType + "; charset=utf-8"
        case .json, .docx, .odt, .pdf: mediaType
        }
    }

    /// Whether a browser shows it, or puts it among the downloads. Only what cannot run anything: HTML is not among
    /// them.
    var isShownInBrowser: Bool { self == .json || self == .md }

    /// What a converter makes of it; nil for formats that the server writes itself.
    func conversion(forArchive: Bool) -> ConversionFormat? {
        switch self {
        case .json, .md, .csv, .ics: nil
        case .docx: .docx
        case .odt: .odt
        case .pdf: forArchive ? .archivePDF : .pdf
        }
    }

    /// What a list of accepted media types (RFC 9110 section 12.5.1) asks for most; JSON when it says nothing.
    init?(accepted: String?) {
        guard let accepted, !accepted.isEmpty else { self = .json; return }
        // By weight, then by place: of two that are wanted alike the first.
        let wanted = accepted.split(separator: ",").enumerated().map { index, item -> (Double, Int, String) in
            let parts = item.split(separator: ";").map { $0.filter { $0 != " " }.lowercased() }
            let weight = parts.dropFirst().first { $0.hasPrefix("q=") }.flatMap { Double($0.dropFirst(2)) } ?? 1
            return (weight, index, parts.first ?? "")
        }
        for (weight, _, type) in wanted.sorted(by: { ($1.0, $0.1) < ($0.0, $1.1) }) where weight > 0 {
            if ["*/*", "application/*"].contains(type) { self = .json; return }
            if type == "text/*" { self = .md; return }
            if let format = Self.allCases.first(where: { $0.mediaType == type }) { self = format; return }
        }
        return nil
    }
}
