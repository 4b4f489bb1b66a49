package import Planning

/// A new collaboration model: what ``CreateModel`` asks for and ``ModelCreated`` says.
package struct ModelCreation: Sendable, Hashable, Codable {
    package var modelId: String
    package var level: Level
    package var title: String
    package var goalIds: [String]

    package init(modelId: String, level: Level, title: String, goalIds: [String] = []) {
        self.modelId = modelId
        self.level = level
        self.title = title
        self.goalIds = goalIds
    }

    /// `goalIds` may be absent: then none.
    package init(from decoder: any Decoder) throws {
        let members = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            modelId: try members.decode(String.self, forKey: .modelId),
            level: try members.decode(Level.self, forKey: .level),
            title: try members.decode(String.self, forKey: .title),
            goalIds: try members.decodeIfPresent([String].self, forKey: .goalIds) ?? [])
    }
}

extension ModelCreation: SchemaRefining {
    package static var alwaysWritten: Set<String> { ["goalIds"] }
}

// MARK: Commands

/// Begins a collaboration model, whose document and row the server writes in the same transaction.
package struct CreateModel: ServerCommand {
    package static let kind = "createModel"
    package static let roles = Permissions.leading
    let creation: ModelCreation

    package init(_ creation: ModelCreation) {
        self.creation = creation
    }

    package func decide(in decision: Decision) throws(Refusal) -> [any Event] {
        let limits = decision.limits
        try decision.checkText(creation.modelId, "modelId", upTo: SessionLimits.idBytes)
        try decision.checkText(creation.title, "title", upTo: SessionLimits.titleBytes)
        guard creation.goalIds.count <= limits.goalsPerModel else { throw Refusal(.tooManyGoals) }
        for goalID in creation.goalIds {
            try decision.checkText(goalID, "goalIds", upTo: SessionLimits.idBytes)
        }
        guard decision.state.model(creation.modelId) == nil else { throw Refusal(.modelExists) }
        guard decision.state.modelIDs.count < limits.models else { throw Refusal(.tooManyModels) }
        return [ModelCreated(creation)]
    }
}

/// Raises or lowers a model's level. A level set to what it is gives no event. What a level requires is not asked here:
/// raising it shows what is missing, and only confirming needs it.
package struct SetModelLevel: ServerCommand {
    package static let kind = "setModelLevel"
    package static let roles = Permissions.writing
    let modelID: String
    let level: Level

    package init(modelID: String, level: Level) {
        self.modelID = modelID
        self.level = level
    }

    package func decide(in decision: Decision) throws(Refusal) -> [any Event] {
        let model = try decision.model(modelID)
        guard !model.isLocked else { throw Refusal(.modelLocked) }
        return model.level == level ? [] : [ModelLevelSet(modelId: modelID, level: level, from: model.level)]
    }
}

/// Closes a model's text for everybody, so that what is read aloud is what is agreed.
package struct LockModel: PageCommand {
    package static let kind = "lockModel"
    package static let roles = Permissions.leading
    let modelId: String

    package func decide(in decision: Decision) throws(Refusal) -> [any Event] {
        try decision.model(modelId).isLocked ? [] : [ModelLocked(modelId: modelId)]
    }
}

/// Opens a locked model's text again.
package struct UnlockModel: PageCommand {
    package static let kind = "unlockModel"
    package static let roles = Permissions.leading
    let modelId: String

    package func decide(in decision: Decision) throws(Refusal) -> [any Event] {
        try decision.model(modelId).isLocked ? [ModelUnlocked(modelId: modelId)] : []
    }
}

// MARK: Events

/// The session has another model. One that is there already stays as it is.
package struct ModelCreated: ToldToAll, Carrier {
    package static let kind = "modelCreated"
    package static let isHistory = true
    package static let isTakenWhenFull = false
    package let content: ModelCreation

    package init(_ content: ModelCreation) {
        self.content = content
    }

    package var modelsChanged: ModelsChanged { .one(content.modelId, keepsVersion: false) }

    package func apply(to state: inout SessionState, at: Int64) {
        state.insert(
            SessionModel(
                id: content.modelId, title: content.title, level: content.level, goalIDs: content.goalIds))
    }
}

/// A model is at another level; its text is what it was.
package struct ModelLevelSet: ToldToAll {
    package static let kind = "modelLevelSet"
    package static let isHistory = true
    package static let isTakenWhenFull = true
    let modelId: String
    let level: Level
    let from: Level

    package var modelsChanged: ModelsChanged { .one(modelId, keepsVersion: true) }

    package func apply(to state: inout SessionState, at: Int64) {
        state.modelsByID[modelId]?.level = level
    }
}

/// Nobody writes in a model any more.
package struct ModelLocked: ToldToAll {
    package static let kind = "modelLocked"
    package static let isHistory = true
    package static let isTakenWhenFull = true
    let modelId: String

    package var modelsChanged: ModelsChanged { .one(modelId, keepsVersion: true) }

    package func apply(to state: inout SessionState, at: Int64) {
        state.modelsByID[modelId]?.isLocked = true
    }
}

/// A model is written in again.
package struct ModelUnlocked: ToldToAll {
    package static let kind = "modelUnlocked"
    package static let isHistory = true
    package static let isTakenWhenFull = true
    let modelId: String

    package var modelsChanged: ModelsChanged { .one(modelId, keepsVersion: false) }

    package func apply(to state: inout SessionState, at: Int64) {
        state.modelsByID[modelId]?.isLocked = false
    }
}
