import Application
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
        // The same answer as for text: somebody who waits does not care which of the queues is full.
        case .busy:
            self = .exportsBusy
        case .busyForAsker:
            self = .exportsBusyForAsker
        case .tooLarge:
            self.init(
                .contentTooLarge, "document-too-large",
                "Dokumentet er for langt til \(name). Intet er ændret. Hent det som Markdown (.md) eller CSV i stedet.",
                en: "The document is too long for \(name). Nothing was changed. Get it as Markdown (.md) or CSV.")
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

    /// As many documents wait to be made as may, of all people.
    static let exportsBusy = retried(
        Problem(
            .serviceUnavailable, "exports-busy",
            "Der laves mange dokumenter lige nu. Intet er ændret; prøv igen om lidt.",
            en: "Many documents are being made right now. Nothing was changed; try again shortly."))

    /// As many wait for this person, or for the people of this session, as may.
    static let exportsBusyForAsker = retried(
        Problem(
            .tooManyRequests, "exports-busy",
            "Du, eller andre i den samme session, venter allerede på mange dokumenter. Intet er ændret; vent, til "
                + "nogle af dem er færdige, og prøv igen.",
            en: "You, or others in the same session, are already waiting for many documents. Nothing was changed; wait "
                + "until some of them are done and try again."))

    /// For text, which no other format would make shorter.
    static let documentTooLarge = Problem(
        .contentTooLarge, "document-too-large",
        "Dokumentet er for langt til at blive hentet. Intet er ændret. Del teksten op, eller gør den kortere.",
        en: "The document is too long to be fetched. Nothing was changed. Divide the text, or make it shorter.")

    /// With `Retry-After` in seconds (RFC 9110 section 10.2.3): a conversion takes about that long.
    private static func retried(_ problem: Problem) -> Problem {
        var problem = problem
        problem.headerFields = [HTTPField(name: .retryAfter, value: "10")]
        return problem
    }
}
