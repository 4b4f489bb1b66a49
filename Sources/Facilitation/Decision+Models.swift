import Planning

extension Decision {
    func create(_ creation: ModelCreation) throws(Refusal) -> [SessionEvent] {
        try checkText(creation.modelID, "modelId", upTo: SessionLimits.idBytes)
        try checkText(creation.title, "title", upTo: SessionLimits.titleBytes)
        guard creation.goalIDs.count <= limits.goalsPerModel else { throw Refusal(.tooManyGoals) }
        for goalID in creation.goalIDs {
            try checkText(goalID, "goalIds", upTo: SessionLimits.idBytes)
        }
        guard state.model(creation.modelID) == nil else { throw Refusal(.modelExists) }
        guard state.modelIDs.count < limits.models else { throw Refusal(.tooManyModels) }
        return [.modelCreated(creation)]
    }

    /// A level set to what it is gives no event. What a level requires is not asked here: raising it shows what is
    /// missing, and only confirming needs it.
    func setLevel(of modelID: String, to level: Level) throws(Refusal) -> [SessionEvent] {
        let model = try model(modelID)
        guard !model.isLocked else { throw Refusal(.modelLocked) }
        return model.level == level ? [] : [.modelLevelSet(modelID: modelID, level: level, from: model.level)]
    }
}
