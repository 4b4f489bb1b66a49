package import Planning

/// A new collaboration model. Payload of the command `createModel` and of the event `modelCreated`.
package struct ModelCreation: Sendable, Hashable, Codable {
    package var modelID: String
    package var level: Level
    package var title: String
    package var goalIDs: [String]

    package init(modelID: String, level: Level, title: String, goalIDs: [String] = []) {
        self.modelID = modelID
        self.level = level
        self.title = title
        self.goalIDs = goalIDs
    }

    enum CodingKeys: String, CodingKey {
        case level, title
        case modelID = "modelId"
        case goalIDs = "goalIds"
    }

    /// `goalIds` may be absent: then none.
    package init(from decoder: any Decoder) throws {
        let members = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            modelID: try members.decode(String.self, forKey: .modelID),
            level: try members.decode(Level.self, forKey: .level),
            title: try members.decode(String.self, forKey: .title),
            goalIDs: try members.decodeIfPresent([String].self, forKey: .goalIDs) ?? [])
    }
}
