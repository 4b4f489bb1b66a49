import Application
import HTTPTypes
import Planning

/// Which revision of a thing a request was made against (RFC 9110 section 13.1.1): every change of a plan must say.
enum Precondition: Sendable {
    /// `*`: whatever is there.
    case any
    case revision(Int)

    /// - Throws: 428 where the request doesn't say (RFC 6585 section 3), 400 where it cannot be read.
    init(_ fields: HTTPFields) throws {
        guard let text = fields[.ifMatch]?.trimmed, !text.isEmpty else {
            throw Problem.preconditionRequired
        }
        if text == "*" {
            self = .any
        } else if text.hasPrefix("\""), text.hasSuffix("\""), let revision = Int(text.dropFirst().dropLast()) {
            self = .revision(revision)
        } else {
            throw Problem.badRequest(
                "If-Match skal være \"N\", som ETag gav det.", en: "If-Match must be \"N\" as ETag gave it.")
        }
    }

    /// The revision that was seen.
    /// - Throws: 412 where there is no such revision yet.
    func seen(_ current: Int) throws -> Int {
        guard case .revision(let revision) = self else { return current }
        guard (0...current).contains(revision) else { throw Problem.changedMeanwhile([]) }
        return revision
    }

    /// For what must not happen on anything but what was seen.
    func require(_ current: Int, _ faults: () throws -> [ImportFault]) throws {
        guard try seen(current) == current else { throw Problem.changedMeanwhile(try faults()) }
    }
}

extension Problem {
    static let preconditionRequired = Problem(
        .preconditionRequired, "precondition-required",
        "Anmodningen skal sige, hvilken udgave den ændrer (If-Match). Intet er ændret.",
        en: "The request must say which revision it changes (If-Match). Nothing was changed.")

    /// Somebody else was first. What they did stands in the faults.
    static func changedMeanwhile(_ faults: [ImportFault]) -> Problem {
        let message = ApplicationError.changedMeanwhile.message
        return Problem(
            .preconditionFailed, "changed-meanwhile", message.da, en: message.en, faults: faults)
    }
}
