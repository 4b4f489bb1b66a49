/// Some of the participants, working on their own for a while.
package struct BreakoutGroup: Sendable, Hashable, Codable {
    package var groupId: String
    package var name: String
    /// What the group works on; nil when it is free to choose.
    package var modelId: String?
    /// Participants' ids.
    package var members: [String]

    package init(groupId: String, name: String, modelId: String? = nil, members: [String] = []) {
        self.groupId = groupId
        self.name = name
        self.modelId = modelId
        self.members = members
    }
}
