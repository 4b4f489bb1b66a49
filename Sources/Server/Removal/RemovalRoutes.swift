import Application
import Facilitation
import HTTPTypes
import Logging
import Planning
import Rooms
import Storage
import Transport

/// Deleting weeks, sessions, models and participants. The preview is read first, and deleting needs its tag in
/// If-Match: nothing is deleted that was not in the preview that somebody read.
@ServiceLoop
struct RemovalRoutes: Resource {
    let rooms: RoomRegistry
    let storage: any Storage
    let definitions: FieldDefinitions
    let names: NameDeletion
    let exports: ExportJobs
    let registry: SocketRegistry
    let logger: Logger
    let timing: any LoopTiming

    private static let deleting = ExchangeDescription(status: 204).againstRevision()
    /// Characters of the words that go with the deletion of a confirmed model.
    nonisolated static let longestReason = 300

    /// A preview with its tag. The tag is of the preview's own JSON: any other number in it is another tag.
    private struct Previewed: Codable, SchemaNaming {
        static let schemaName = "RemovalPreview"

        let removal: Removal
        /// For If-Match.
        let tag: String

        private enum Key: String, CodingKey { case tag }

        init(removal: Removal, tag: String) {
            (self.removal, self.tag) = (removal, tag)
        }

        init(from decoder: any Decoder) throws {
            removal = try Removal(from: decoder)
            tag = try decoder.container(keyedBy: Key.self).decode(String.self, forKey: .tag)
        }

        func encode(to encoder: any Encoder) throws {
            try removal.encode(to: encoder)
            var members = encoder.container(keyedBy: Key.self)
            try members.encode(tag, forKey: .tag)
        }
    }

    var routes: [Route] {
        let preview = ExchangeDescription(response: Schema.of(Previewed.self))
        var confirmed = Self.deleting
        confirmed.query = [("reason", "Why, where somebody has confirmed the model; told in the session.")]
        return [
            Route(
                .get, "/weeks/{weekId}/removal", for: .week([.administrator]), "What deleting a week takes with it.",
                preview
            ) { try await self.preview($0) { try $0.week($1.parameter(.week), $2) } },
            Route(
                .delete, "/weeks/{weekId}", for: .week([.administrator]),
                "Delete a week with everything in it. If-Match is the tag of what was said to go.", Self.deleting
            ) { try await self.removeWeek($0) },
            Route(
                .get, "/sessions/{sessionId}/removal", for: .session([.administrator]),
                "What deleting a session takes with it.", preview
            ) { try await self.preview($0) { try $0.session($1.parameter(.session), $2) } },
            Route(
                .delete, "/sessions/{sessionId}", for: .session([.administrator]),
                "Delete a session with its models and participants. If-Match is the tag of what was said to go.",
                Self.deleting
            ) { try await self.removeSession($0) },
            Route(
                .get, "/models/{modelId}/removal", for: .model(.facilitators), "What deleting a model takes with it.",
                preview
            ) { try await self.preview($0) { try $0.model($1.parameter(.model), $2) } },
            Route(
                .delete, "/models/{modelId}", for: .model(.facilitators),
                "Delete a model. What plans have taken from it stays. If-Match is the tag of what was said to go.",
                confirmed
            ) { try await self.removeModel($0) },
            Route(
                .get, "/sessions/{sessionId}/participants/{participantId}", for: .session([.administrator]),
                "Everything that is stored of a participant.", ExchangeDescription(response: Schema.participantAccount)
            ) { try await self.about($0) },
            Route(
                .get, "/sessions/{sessionId}/participants/{participantId}/removal", for: .session(.facilitators),
                "What deleting a participant takes with it.", preview
            ) { context in
                try await self.preview(context) {
                    try $0.participant($1.parameter(.participant), inSession: $1.parameter(.session), $2)
                }
            },
            Route(
                .delete, "/sessions/{sessionId}/participants/{participantId}", for: .session(.facilitators),
                "Delete a participant and what was said alone. If-Match is the tag of what was said to go.",
                Self.deleting
            ) { try await self.removeParticipant($0) },
        ]
    }

    // MARK: What would go

    /// Reads the preview of the thing that a route is about, inside one transaction.
    private typealias Look = @Sendable (RemovalPreview, RequestContext, any StorageReader) throws -> Removal

    private func preview(_ context: RequestContext, _ look: @escaping Look) async throws -> Response {
        let removal = try await removal(context, look)
        return try .json(Previewed(removal: removal, tag: try ContentTag(JSONValue(encoding: removal)).text))
    }

    /// - Throws: `Problem` 404 where it is not there.
    private func removal(_ context: RequestContext, _ look: @escaping Look) async throws -> Removal {
        let preview = RemovalPreview(definitions: definitions)
        return try await storage.read { try look(preview, context, $0) }
    }

    /// The preview as it is now, if it still is the one that was read.
    ///
    /// - Throws: `Problem` 412 where something came to it since, 428 without If-Match.
    private func agreed(_ context: RequestContext, _ look: @escaping Look) async throws -> Removal {
        let precondition = try ContentPrecondition(context.message.request.headerFields)
        let removal = try await removal(context, look)
        do {
            try precondition.require(try ContentTag(JSONValue(encoding: removal)))
        } catch ApplicationError.changedMeanwhile {
            throw Problem(
                .preconditionFailed, "changed-meanwhile",
                "Der er kommet andet til, siden du så efter. Intet er slettet. Se efter igen, hvad der følger med.",
                en: "Something changed since you looked. Nothing was deleted. Look again at what goes with it.")
        }
        return removal
    }

    // MARK: Deleting

    /// The week's rooms are shut while the rows go, so that none opens or writes into what is being deleted.
    private func removeWeek(_ context: RequestContext) async throws -> Response {
        let id = try context.parameter(.week)
        _ = try await agreed(context) { try $0.week($1.parameter(.week), $2) }
        let sessions = try await storage.read { try $0.sessions(ofWeek: id).map(\.id) }
        try await rooms.remove(sessions: sessions) { try RemovalWriting.remove(week: id, $0) }
        exports.removeAll(ofWeek: id)
        await finishRemoval("week", id)
        return .noContent
    }

    /// With its models, participants and grants; the week's document keeps no trace of it.
    private func removeSession(_ context: RequestContext) async throws -> Response {
        let id = try context.parameter(.session)
        _ = try await agreed(context) { try $0.session($1.parameter(.session), $2) }
        try await rooms.remove(sessions: [id]) { try RemovalWriting.remove(session: id, $0) }
        await finishRemoval("session", id)
        return .noContent
    }

    /// A confirmed model is an agreement: its deletion needs a reason, which stands in the session's history.
    private func removeModel(_ context: RequestContext) async throws -> Response {
        let id = try context.parameter(.model)
        let removal = try await agreed(context) { try $0.model($1.parameter(.model), $2) }
        let reason = context.query["reason"]?.trimmed ?? ""
        if removal.confirmations > 0, reason.isEmpty || reason.count > Self.longestReason {
            throw Problem.unprocessable(
                "reason",
                "Modellen er bekræftet. Skriv med højst 300 tegn, hvorfor den slettes; det kan alle i sessionen læse.",
                en: "The model is confirmed. Write in 300 characters at most why it is deleted; all in the session can "
                    + "read it.")
        }
        let room = try await rooms.session(ofModel: context.parameter(.model))
        try await rooms.remove(model: id, from: room, reason: reason.isEmpty ? nil : reason) { writer in
            try RemovalWriting.remove(model: id, writer)
        }
        await finishRemoval("model", id)
        return .noContent
    }

    /// The person's name also stands in drafts and earlier versions of models, which are searched for it.
    private func removeParticipant(_ context: RequestContext) async throws -> Response {
        let (id, room) = try (context.parameter(.participant), try await rooms.session(context.parameter(.session)))
        let removal = try await agreed(context) {
            try $0.participant($1.parameter(.participant), inSession: $1.parameter(.session), $2)
        }
        let sessionID = room.id
        let tokens = try await storage.read { reader in
            try StoredPerson.read(id, inSession: sessionID, reader)?.grants.map(\.tokenHash) ?? []
        }
        // Documents first: the name, which is what is searched for, goes last.
        let spoken = [removal.title].filter { !$0.isEmpty }
        try await NameDeletion.forgetDrafts(ofWeek: room.weekID, saying: spoken, storage)
        _ = try await names.forgetPast(of: room.state.models.map(\.id), names: spoken, authoredBy: id)
        try await rooms.remove(participant: id, from: room) { writer in
            try RemovalWriting.remove(participant: id, from: sessionID, writer)
        }
        for token in Set(tokens) { try await registry.revoked(tokenHash: token, in: storage, now: timing.now) }
        await finishRemoval("participant", id)
        return .noContent
    }

    /// Forgets remembered answers, and empties the write-ahead log, which still holds the rows. Where that can't be
    /// done now, it is done with the next day's deletion of names.
    private func finishRemoval(_ kind: String, _ id: String) async {
        names.forgetAnswers()
        logger.notice("deleted", metadata: ["kind": "\(kind)", "id": "\(id)"])
        do {
            try await NameDeletion.eraseTraces(storage)
        } catch {
            logger.error("the write-ahead log still holds what was deleted", metadata: ["reason": "\(error)"])
            names.lookAgain()
        }
    }

    // MARK: Reading

    /// GDPR article 15. For the administrator: it holds ideas and votes that nobody else may see.
    private func about(_ context: RequestContext) async throws -> Response {
        let (id, sessionID) = try (context.parameter(.participant), context.parameter(.session))
        let definitions = definitions
        return try .json(
            try await storage.read { reader in
                let person = try StoredPerson.read(id, inSession: sessionID, reader)
                guard let person else { throw Problem.notFound }
                return try person.account(definitions, reader)
            })
    }
}
