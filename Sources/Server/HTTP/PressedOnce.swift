import Application
import Crypto
import Foundation
import HTTPTypes
import Rooms
import Storage
import Threads
import Transport

/// One press makes one thing, however often it is sent: a request that makes something carries an id from the page
/// (`Idempotency-Key`, as the IETF's draft names it), and whoever sends it again gets the same answer again. While the
/// first is under way the second waits for it; for a day after that the answer is in the database, also over a restart.
///
/// Only what succeeded is remembered: a refusal made nothing, and may be tried again. The same id with another body is
/// a mistake of the page's, and 422.
///
/// An answer may hold a token (joining, invitations), which stands nowhere in clear. So it is sealed (AES-GCM, RFC
/// 5116) with a key that is derived from the page's id (HKDF, RFC 5869), and of that only a hash is kept, with
/// everything else that names the request: the database alone opens no answer. That needs an id that cannot be guessed;
/// what came with a shorter one is remembered in memory only, and by a stranger it does not count at all.
///
/// That something was made is written in the transaction that makes it (`WriteCompanion`), the answer too where the
/// route knows it before it writes (``promise``), and else in the next one. A server that is killed between the two has
/// made the thing once, knows it, and says so with 409 to who sends it again; so it does where the answer was deleted
/// with somebody's name (`StorageWriter`). Where a route writes in several transactions, the first is the one that
/// counts. What is made in memory alone, an export or a knock at the door, ends with the server, and is made anew.
@ServiceLoop
final class PressedOnce {
    /// The field of the request.
    static let field = HTTPField.Name("Idempotency-Key")
    /// Letters of an id. A UUID has 36.
    private static let letters = 1...64
    /// From how many letters on an id is taken for one that nobody guesses: 128 bits as base64url.
    private static let unguessable = 22
    /// How long an answer is remembered, in milliseconds.
    private static let day: Int64 = 24 * 60 * 60 * 1_000
    /// Answers remembered for one person; the oldest are forgotten first. Strangers together count as one, who makes
    /// nothing but participants.
    private static let mostPerPerson = 500
    private static let mostOfStrangers = 5_000
    /// Answers with short ids that are remembered.
    private static let mostInMemory = 1_000
    /// The largest answer that is remembered, in bytes: a week's ids after an import are some tens of kilobytes.
    private static let mostBytes = 256 * 1024

    private struct Known {
        let request: [UInt8]
        let answer: Task<Response, any Error>
    }

    private struct Kept: Codable {
        let status: Int
        let fields: [[String]]
        let body: [UInt8]
    }

    /// What a route calls that knows its answer before it writes. An object: Swift 6.3's optimiser gives a task-local
    /// closure a type that is not there, and a release build ended at the first press.
    final class Promise: Sendable {
        private let keep: @ServiceLoop @Sendable (Response) -> Void

        fileprivate init(_ keep: @escaping @ServiceLoop @Sendable (Response) -> Void) { self.keep = keep }

        @ServiceLoop
        func callAsFunction(_ answer: Response) { keep(answer) }
    }

    /// For a route that knows its answer before it writes: the answer is then in the same transaction.
    @TaskLocal static var promise: Promise?

    private let storage: any Storage
    private let timing: any LoopTiming
    private var underWay: [[UInt8]: Known] = [:]
    /// Those with short ids, oldest first.
    private var inMemory: [(id: [UInt8], request: [UInt8], response: Response, at: Int64)] = []

    init(storage: any Storage, timing: any LoopTiming) {
        self.storage = storage
        self.timing = timing
    }

    /// Answers a request, once.
    ///
    /// - Parameters:
    ///   - path: of the route, with its parameters filled in.
    ///   - handler: makes the thing.
    /// - Throws: what `handler` throws; `Problem` 400 for an id that is none, 422 for one that was used otherwise.
    func answer(
        _ context: RequestContext, path: String, handler: @escaping @ServiceLoop () async throws -> Response
    ) async throws -> Response {
        guard let field = Self.field, let key = context.message.request.headerFields[field] else {
            return try await handler()
        }
        guard Self.letters.contains(key.utf8.count), key.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
            throw Problem.badRequest(
                "Idempotency-Key skal være 1 til 64 tegn uden mellemrum.",
                en: "Idempotency-Key must be 1 to 64 characters without spaces.")
        }
        // Somebody who joins has no token yet, or gets one: there the id identifies the client.
        let asker = path == "/join" ? nil : context.principal?.tokenHash
        guard asker != nil || key.utf8.count >= Self.unguessable else { return try await handler() }
        let id = Self.hash([asker ?? [], Array(path.utf8), Array(key.utf8)])
        let request = Self.hash([
            Array((context.message.request.path ?? "").utf8),
            Array((context.message.request.headerFields[.ifMatch] ?? "").utf8), context.message.body,
        ])
        if let known = underWay[id] {
            guard known.request == request else { throw Problem.keyUsedOtherwise }
            return try await known.answer.value
        }
        let task = Task { @ServiceLoop in
            try await withTaskExecutorPreference(WorkThreads.answers) {
                if let before = try await self.known(id, request, key) { return before }
                let record = AnswerRecord(id: id, asker: asker ?? [], request: request, answer: [], at: self.timing.now)
                return try await self.make(record, key, by: handler)
            }
        }
        underWay[id] = Known(request: request, answer: task)
        defer { underWay[id] = nil }
        return try await task.value
    }

    /// What was made is known to have been made; what was refused after something was written may be tried again.
    private func make(
        _ record: AnswerRecord, _ key: String, by handler: @escaping @ServiceLoop () async throws -> Response
    ) async throws -> Response {
        let companion = WriteCompanion(keeping(record))
        do {
            let promise = Promise { [self] response in
                guard let sealed = sealed(response, key) else { return }
                var record = record
                record.answer = sealed
                companion.replace(by: keeping(record))
            }
            let response = try await Self.$promise.withValue(promise) {
                try await companion.accompany { try await handler() }
            }
            await keep(response, record, key)
            return response
        } catch {
            if companion.isWritten { try? await storage.write { try $0.removeAnswer(record.id) } }
            throw error
        }
    }

    /// What was remembered in memory is forgotten: it may hold a name that must not be known any more. The database
    /// forgets its own with what is deleted.
    func forget() { inMemory = [] }

    // MARK: Remembering

    private func keeping(_ record: AnswerRecord) -> WriteCompanion.Body {
        let (since, most) = (record.at - Self.day, record.asker.isEmpty ? Self.mostOfStrangers : Self.mostPerPerson)
        return { try $0.keepAnswer(record, since: since, upTo: most) }
    }

    /// nil for what is not kept in the database.
    private func sealed(_ response: Response, _ key: String) -> [UInt8]? {
        guard response.body.count <= Self.mostBytes, key.utf8.count >= Self.unguessable else { return nil }
        return Self.seal(response, key)
    }

    private func known(_ id: [UInt8], _ request: [UInt8], _ key: String) async throws -> Response? {
        let since = timing.now - Self.day
        inMemory.removeAll { $0.at < since }
        if let known = inMemory.first(where: { $0.id == id }) {
            guard known.request == request else { throw Problem.keyUsedOtherwise }
            return known.response
        }
        guard let record = try await storage.read({ try $0.answer(id) }), record.at >= since else { return nil }
        guard record.request == request else { throw Problem.keyUsedOtherwise }
        guard !record.answer.isEmpty else { throw Problem.madeBefore }
        return Self.open(record.answer, key)
    }

    private func keep(_ response: Response, _ record: AnswerRecord, _ key: String) async {
        guard (200..<300).contains(response.status.code), response.body.count <= Self.mostBytes else { return }
        guard let sealed = sealed(response, key) else {
            inMemory.append((record.id, record.request, response, record.at))
            if inMemory.count > Self.mostInMemory { inMemory.removeFirst() }
            return
        }
        var record = record
        record.answer = sealed
        // The thing is made: that its answer could not be stored concerns nobody who waits for it.
        try? await storage.write(keeping(record))
    }

    // MARK: Sealing

    private static func hash(_ parts: [[UInt8]]) -> [UInt8] {
        var hash = SHA256()
        for part in parts {
            withUnsafeBytes(of: UInt64(part.count).littleEndian) { hash.update(bufferPointer: $0) }
            hash.update(data: part)
        }
        return Array(hash.finalize())
    }

    private static func sealingKey(_ key: String) -> SymmetricKey {
        HKDF<SHA256>.deriveKey(
            inputKeyMaterial: SymmetricKey(data: Array(key.utf8)), info: Array("samspil answer".utf8),
            outputByteCount: 32)
    }

    private static func seal(_ response: Response, _ key: String) -> [UInt8]? {
        let kept = Kept(
            status: response.status.code, fields: response.headerFields.map { [$0.name.rawName, $0.value] },
            body: response.body)
        guard let data = try? JSONEncoder().encode(kept),
            let box = try? AES.GCM.seal(data, using: sealingKey(key)).combined
        else { return nil }
        return Array(box)
    }

    /// nil for what does not open: it is then asked for anew.
    private static func open(_ sealed: [UInt8], _ key: String) -> Response? {
        guard let box = try? AES.GCM.SealedBox(combined: sealed),
            let data = try? AES.GCM.open(box, using: sealingKey(key)),
            let kept = try? JSONDecoder().decode(Kept.self, from: data)
        else { return nil }
        var response = Response(HTTPResponse.Status(code: kept.status), body: kept.body)
        for field in kept.fields where field.count == 2 {
            if let name = HTTPField.Name(field[0]) {
                response.headerFields.append(HTTPField(name: name, value: field[1]))
            }
        }
        return response
    }
}

extension Problem {
    /// It was made, and what was answered is not known any more.
    static let madeBefore = Problem(
        .conflict, "made-before",
        "Det er gjort, men svaret nåede ikke frem. Genindlæs siden for at se det; gør det ikke en gang til.",
        en: "It has been done, but the answer did not get through. Reload the page to see it; do not do it again.")

    static let keyUsedOtherwise = Problem(
        .unprocessableContent, "key-used-otherwise",
        "Siden har sendt det samme id med to forskellige ting. Intet er ændret; genindlæs siden, og prøv igen.",
        en: "The page sent the same id with two different things. Nothing was changed; reload the page and try again.")
}
