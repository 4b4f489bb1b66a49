package import Facilitation
import ModelBinding
package import Planning
package import Rooms
package import Storage
package import Transport

/// Begins collaboration models: from a session's page, and from two posts of the marketplace.
@ServiceLoop
package struct ModelMaker {
    /// The municipality's fields: what a model made from a document is read by.
    package let definitions: FieldDefinitions
    private let timing: any LoopTiming

    package init(definitions: FieldDefinitions, timing: any LoopTiming) {
        self.definitions = definitions
        self.timing = timing
    }

    /// Begins a collaboration model in a session.
    ///
    /// - Parameters:
    ///   - document: the model as the interchange format has it.
    ///   - week: what it is made from; how many models it has costs nothing here.
    ///   - check: runs in the same transaction; throwing undoes it.
    package func begin(
        _ document: JSONValue, in room: SessionRoom, of week: Week, by actor: Actor,
        check: (@Sendable (any StorageWriter) throws -> Void)? = nil
    ) async throws {
        let model = Week.Model(document)
        let content = CollaborationModel(model, definitions: definitions, week: week)
        let update = ModelBinding.makeUpdate(for: content, definitions: definitions)
        let (text, now) = (document.text(), timing.now)
        let (weekID, sessionID) = (room.weekID, room.id)
        let creation = ModelCreation(
            modelId: model.id, level: model.level, title: content.title, goalIds: content.goalIds)
        try await room.perform(CreateModel(creation), by: actor) { writer in
            try check?(writer)
            try writer.insertModel(
                ModelRecord(
                    id: model.id, weekID: weekID, sessionID: sessionID,
                    position: try writer.modelCount(ofWeek: weekID), level: model.level, document: text, createdAt: now)
            )
            _ = try writer.appendUpdate(documentID: model.id, bytes: update)
        }
    }
}
