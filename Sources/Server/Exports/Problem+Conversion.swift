import Conversion
import HTTPTypes

extension Problem {
    /// Why a document could not be had in a format. The other formats are not concerned, and it says so.
    init(_ error: ConversionError, format: ExportFormat) {
        let name = format.rawValue.uppercased()
        let others = ("De andre formater virker.", "The other formats work.")
        switch error {
        case .missing(let converter):
            self.init(
                .notImplemented, "converter-missing",
                "\(name) kan ikke laves, fordi programmet \(converter) mangler på serveren. Bed den, der driver "
                    + "serveren, om at installere pakken \(converter). \(others.0)",
                en: "\(name) cannot be made, because the program \(converter) is missing on the server. Ask whoever "
                    + "runs the server to install the package \(converter). \(others.1)")
        case .busy:
            self.init(
                .serviceUnavailable, "exports-busy",
                "Der laves mange dokumenter lige nu. Intet er ændret; prøv igen om lidt. \(others.0)",
                en: "Many documents are being made right now. Nothing was changed; try again shortly. \(others.1)")
            headerFields = [HTTPField(name: .retryAfter, value: "10")]
        case .tookTooLong(let converter):
            self.init(
                .serviceUnavailable, "conversion-took-too-long",
                "\(name) blev ikke færdig i tide, og \(converter) er stoppet. Intet er ændret. \(others.0)",
                en: "\(name) was not finished in time, and \(converter) was stopped. Nothing was changed. \(others.1)")
        case .failed(let converter, _):
            self.init(
                .internalServerError, "conversion-failed",
                "\(name) kunne ikke laves: \(converter) gav op. Intet er ændret; grunden står i serverens log. \(others.0)",
                en:
                    "\(name) could not be made: \(converter) gave up. Nothing was changed; the reason is in the server's "
                    + "log. \(others.1)")
        }
    }
}
