import CRDT
import Facilitation
import Logging
import ModelBinding
package import Planning
import Transport

extension SessionRoom {
    /// What a model says now.
    ///
    /// - Throws: `RoomError.unknown` when the session has no such model.
    package func content(of modelID: String) async throws -> ModelContent {
        guard let decided = state.model(modelID) else { throw RoomError.unknown(modelID) }
        let room = try await rooms.document(modelID)
        room.isLocked = isClosed(decided)
        return room.content(level: decided.level, definitions: rooms.definitions)
    }

    /// A model as the pages show it beside its text.
    package func summary(of modelID: String) async throws -> ModelSummary {
        let content = try await content(of: modelID)
        guard let decided = state.model(modelID) else { throw RoomError.unknown(modelID) }
        return summary(of: decided, content: content)
    }

    /// Everything the plan of a unit is made from: content, decisions, and whether each confirmation still holds.
    package func modelState(of modelID: String) async throws -> ModelState {
        let content = try await content(of: modelID)
        guard let decided = state.model(modelID) else { throw RoomError.unknown(modelID) }
        return ModelState(decided, content: content, sessionID: id, isLocked: isClosed(decided))
    }

    private func summary(of decided: SessionModel, content: ModelContent) -> ModelSummary {
        let state = ModelState(decided, content: content, sessionID: id, isLocked: isClosed(decided))
        return ModelSummary(
            id: decided.id, sessionId: id, weekId: weekID,
            title: content.model.title.isEmpty ? decided.title : content.model.title,
            level: decided.level, locked: state.isLocked, contentVersion: content.contentVersion,
            missing: content.model.missingFields(rooms.definitions), parties: content.model.unitIds,
            goalIds: content.model.goalIds,
            confirmations: state.confirmations.map { confirmation in
                let given = decided.confirmation(of: confirmation.party)
                return ModelSummary.PartyConfirmation(
                    unitId: confirmation.party.unitId, externalId: confirmation.party.externalId,
                    function: confirmation.function, on: confirmation.on.iso, give: confirmation.give,
                    need: confirmation.need, contentVersion: confirmation.contentVersion,
                    state: state.state(of: confirmation), participantId: given?.participantId,
                    isFromCorrectedSeat: given?.isFromCorrectedSeat ?? false)
            },
            withdrawals: decided.withdrawals.map {
                ModelSummary.PartyWithdrawal(
                    unitId: $0.party.unitId, externalId: $0.party.externalId, by: $0.by, function: $0.function)
            },
            state: state.agreement)
    }

    // MARK: News

    /// Works out, a moment after an edit, what it means for the session, and tells everybody if it means anything.
    func contentChanged(modelID: String) {
        guard staleModels.insert(modelID).inserted else { return }
        rooms.timing.after(rooms.limits.contentDelay) { [weak self] in
            guard let self else { return }
            staleModels.remove(modelID)
            Task { @ServiceLoop in await self.announceSummary(of: modelID) }
        }
    }

    private func announceSummary(of modelID: String) async {
        guard hasModel(modelID) else { return }
        do {
            let summary = try await summary(of: modelID)
            guard sentSummaries[modelID] != summary else { return }
            let before = sentSummaries.updateValue(summary, forKey: modelID)
            if before?.contentVersion != summary.contentVersion { versionIsDue(of: modelID) }
            announce(.model(summary))
        } catch {
            rooms.logger.error("no summary", metadata: ["model": "\(modelID)", "reason": "\(error)"])
        }
    }
}

extension DocumentRoom {
    /// What the document says, read once for each revision and level.
    func content(level: Level, definitions: FieldDefinitions) -> ModelContent {
        if let read = lastContent, read.revision == revision, read.content.model.level == level {
            return read.content
        }
        let model = ModelBinding.read(document, id: id, level: level, definitions: definitions)
        let content = ModelContent(model: model, definitions: definitions)
        lastContent = (revision, content)
        return content
    }
}
