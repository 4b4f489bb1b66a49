import Application
import HTTPTypes
package import Planning
package import Transport

/// A request on its way through a route: its message, its place and its caller. A value, so a handler may take it along
/// to any thread.
package struct RequestContext {
    /// As the transport read it: head, whole body and the client's address.
    package let message: HTTPRequestMessage
    /// Of the path, decoded. Handlers read them by ``parameter(_:)``.
    package let parameters: [String: String]
    /// Decoded; of a name that came twice, the first.
    package let query: [String: String]
    /// What the request showed, whether or not it holds.
    package let credential: AccessControl.Credential?
    /// The caller; nil where no token came or it no longer holds.
    package let principal: Principal?

    /// A parameter of the route's path.
    ///
    /// - Throws: `Problem.notFound` for what cannot be one; `UndeclaredPathParameter` for one that the path lacks.
    func parameter<Value>(_ parameter: PathParameter<Value>) throws -> Value { try parameters.require(parameter) }

    /// The person, where the route's requirement made sure there is one.
    package func requirePrincipal() throws -> Principal {
        guard let principal else { throw Problem.unauthorized }
        return principal
    }

    /// The body as JSON of any shape, its texts clean (`CleanText`), to become a part of a document that is read again
    /// later: numbers keep their digits, unknown members stay.
    ///
    /// - Throws: `Problem` 400 with the parser's own place and reason.
    package func json() throws -> JSONValue {
        do {
            return try JSONValue.parse(message.body, limits: .part).withCleanTexts
        } catch {
            throw Problem.badRequest(
                "Indholdet kunne ikke læses som JSON: \(error).", en: "The content is not readable JSON: \(error).")
        }
    }

    /// The body as a JSON object with known members, its texts clean.
    ///
    /// - Throws: `Problem` 422 with the place of the first member that is missing or of another type.
    package func body<T: Decodable>(_ type: T.Type) throws -> T {
        do {
            return try JSONValue.parse(message.body).withCleanTexts.decode(type)
        } catch let error as DecodingError {
            throw Problem.unprocessable([ImportFault(error)])
        } catch let error as JSONParsingError {
            let message = LocalizedText(
                da: "Kan ikke læses som JSON (byte \(error.offset)).",
                en: "Cannot be read as JSON (byte \(error.offset)).")
            throw Problem.unprocessable([ImportFault(path: "$", message: message)])
        }
    }
}

extension ImportFault {
    /// The place and the reason of a JSON body that lacks a member or has another type.
    init(_ error: DecodingError) {
        let path: [any CodingKey]
        let message: LocalizedText
        switch error {
        case .keyNotFound(let key, let context):
            path = context.codingPath + [key]
            message = LocalizedText(da: "Mangler.", en: "Missing.")
        case .typeMismatch(_, let context), .valueNotFound(_, let context):
            path = context.codingPath
            message = LocalizedText(da: "Har en forkert type.", en: "Has the wrong type.")
        case .dataCorrupted(let context):
            path = context.codingPath
            message = LocalizedText(da: "Kan ikke læses.", en: "Cannot be read.")
        @unknown default:
            path = []
            message = LocalizedText(da: "Kan ikke læses.", en: "Cannot be read.")
        }
        let text = path.map { key in key.intValue.map { "[\($0)]" } ?? ".\(key.stringValue)" }.joined()
        self.init(path: "$" + text, message: message)
    }
}
