import Transport

/// How many requests of one person are answered at the same time; the others wait for their turn, first first.
///
/// An answer is put together on the one loop that everybody's keys come through. Each step of it is short; four hundred
/// of them asked for at once stood before everybody else's next one for seconds. A browser opens six connections to a
/// server, so whoever uses one never waits here for longer than in the browser. A client without a token is not
/// counted: what needs none costs next to nothing, and a town hall is one address.
@ServiceLoop
final class RequestTurns {
    /// What is waited for on one line. A document may take a converter's minute, and nobody's page waits for that.
    enum Kind: Hashable {
        case data, document
    }

    private struct Line: Hashable {
        let person: [UInt8]
        let kind: Kind
    }

    /// What one person has going. Removed when the last one ends, so that the table holds people who are asking now.
    private struct Requests {
        var underWay = 0
        /// First first.
        var waiting: [CheckedContinuation<Void, Never>] = []
    }

    private let limits: AccessLimits
    private var lines: [Line: Requests] = [:]

    init(limits: AccessLimits) { self.limits = limits }

    /// Answers when it is this person's turn.
    ///
    /// - Throws: `Problem` 429 where too many wait already; `CancellationError` when the client has gone meanwhile;
    ///   what `answer` throws.
    func answer(
        _ person: [UInt8], _ kind: Kind, _ answer: @ServiceLoop () async throws -> Response
    ) async throws -> Response {
        let line = Line(person: person, kind: kind)
        try await begin(line)
        defer { end(line) }
        try Task.checkCancellation()
        return try await answer()
    }

    /// Returns when there is a place, which ``end(_:)`` hands over: the count does not change between.
    private func begin(_ line: Line) async throws {
        let requests = lines[line, default: Requests()]
        guard requests.underWay >= limits.requestsPerPerson else {
            lines[line, default: Requests()].underWay += 1
            return
        }
        guard requests.waiting.count < limits.waitingRequestsPerPerson else { throw Problem.tooManyAtOnce }
        await withCheckedContinuation { lines[line, default: Requests()].waiting.append($0) }
    }

    /// The place goes to whoever waits first, without being free between.
    private func end(_ line: Line) {
        guard var requests = lines.removeValue(forKey: line) else { return }
        defer { if requests.underWay > 0 { lines[line] = requests } }
        guard requests.waiting.isEmpty else { return requests.waiting.removeFirst().resume() }
        requests.underWay -= 1
    }
}
