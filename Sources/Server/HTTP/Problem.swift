import Application
package import HTTPTypes
package import Planning

/// Why a request was refused: problem details as RFC 9457 has them, in Danish with the English beside it.
///
/// Thrown by routes; becomes the response with its own status. Says what happened, what was kept and what to do;
/// never a token, and nothing that tells an unknown identifier from a forbidden one.
package struct Problem: Error, Sendable {
    /// By RFC 9110: 4xx is the request's to change, 5xx ours.
    package var status: HTTPResponse.Status
    /// What kind of problem, the last part of `type`: stable, for programs.
    package var kind: String
    /// What happened, what was kept and what to do: Danish, then English. Written for a person, and shown as it is.
    package var detail: String
    /// The same in English.
    package var detailEn: String
    /// Each fault of an import or a form, with its place.
    package var faults: [ImportFault] = []
    /// Extra response header fields, such as `Retry-After`.
    package var headerFields: [HTTPField] = []

    /// - Parameters:
    ///   - kind: English words joined by hyphens, part of the interface.
    ///   - detail: in Danish.
    package init(
        _ status: HTTPResponse.Status, _ kind: String, _ detail: String, en detailEn: String,
        faults: [ImportFault] = []
    ) {
        self.status = status
        self.kind = kind
        self.detail = detail
        self.detailEn = detailEn
        self.faults = faults
    }
}

extension Problem {
    /// No route has this path, or the thing is unknown, or it is not for this person: one answer for all three.
    package static let notFound = Problem(
        .notFound, "not-found", ApplicationError.notFound.message.da, en: ApplicationError.notFound.message.en)

    /// No token, or one that no longer holds.
    package static let unauthorized = Problem(
        .unauthorized, "unauthorized", "Log ind eller deltag med en kode først.",
        en: "Sign in, or join with a code first.")

    /// A page of somebody else's made the browser send our cookie: refused, whatever the cookie may do.
    package static let forbiddenOrigin = Problem(
        .forbidden, "foreign-origin", "Anmodningen kom fra en anden side end Samspil og er afvist.",
        en: "The request came from a page other than Samspil and was refused.")

    /// - Parameter allowed: what the address does allow; the answer must say so (RFC 9110 section 15.5.6).
    package static func methodNotAllowed(_ allowed: [HTTPRequest.Method]) -> Problem {
        var problem = Problem(
            .methodNotAllowed, "method-not-allowed", "Det kan man ikke gøre med denne adresse.",
            en: "This address does not allow that method.")
        problem.headerFields = [HTTPField(name: .allow, value: allowed.map(\.rawValue).joined(separator: ", "))]
        return problem
    }

    /// The client went before its answer was there. Nobody reads it; the number, which nginx made usual, keeps it apart
    /// from failures where answers are counted.
    package static let abandoned = Problem(
        HTTPResponse.Status(code: 499, reasonPhrase: "Client Closed Request"), "abandoned",
        "Forbindelsen blev lukket, før svaret var klar.", en: "The connection was closed before the answer was ready.")

    /// For those who tried too often in a short time.
    package static let tooManyRequests = Problem(
        .tooManyRequests, "too-many-requests", "Der er prøvet for mange gange. Vent et minut, og prøv igen.",
        en: "Too many attempts. Wait a minute and try again.")

    /// One person's requests fill their queue (``RequestTurns``).
    package static let tooManyAtOnce = Problem(
        .tooManyRequests, "too-many-at-once",
        "Der er spurgt om for meget på én gang med den samme adgang. Intet er ændret. Vent lidt, og prøv igen.",
        en: "Too much was asked for at once with the same access. Nothing was changed. Wait a moment and try again.")

    /// The request itself cannot be understood: no form and no person made it so.
    package static func badRequest(_ detail: String, en detailEn: String) -> Problem {
        Problem(.badRequest, "bad-request", detail, en: detailEn)
    }

    /// The words were understood, but something in them is not right: each fault has its place.
    package static func unprocessable(_ faults: [ImportFault]) -> Problem {
        let many = faults.count
        return Problem(
            .unprocessableContent, "unprocessable",
            many == 1
                ? "Der er én fejl. Intet er gemt; ret den, og prøv igen."
                : "Der er \(many) fejl. Intet er gemt; ret dem, og prøv igen.",
            en: many == 1
                ? "There is one fault. Nothing was saved; correct it and try again."
                : "There are \(many) faults. Nothing was saved; correct them and try again.",
            faults: faults)
    }

    /// What was asked for does not go with what is there now. The words say what is in the way.
    package static func conflict(_ kind: String, _ detail: String, en detailEn: String) -> Problem {
        Problem(.conflict, kind, detail, en: detailEn)
    }

    /// Nothing can be committed at the moment. What people write is kept by their pages meanwhile.
    package static let storageFailing = Problem(
        .serviceUnavailable, "storage-failing",
        "Serveren kan ikke gemme lige nu. Intet er ændret; prøv igen om lidt.",
        en: "The server cannot save at the moment. Nothing was changed; try again shortly.")

    /// Whatever nobody foresaw. The reason goes to the log and never to a client.
    package static let internalError = Problem(
        .internalServerError, "internal-error", "Noget gik galt på serveren. Prøv igen om lidt.",
        en: "Something went wrong on the server. Try again shortly.")
}
