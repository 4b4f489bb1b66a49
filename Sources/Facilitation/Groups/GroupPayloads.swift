/// Payload of `formGroups` and of `groupsFormed`; takes the place of any groups there were.
package struct Formation: Sendable, Hashable, Codable {
    package var groups: [BreakoutGroup]
    /// Whether participants may go from one to another by themselves.
    package var byChoice: Bool

    package init(groups: [BreakoutGroup], byChoice: Bool = false) {
        self.groups = groups
        self.byChoice = byChoice
    }
}

/// Payload of `joinGroup`, where nobody named is oneself, and of `groupJoined`.
package struct GroupChoice: Sendable, Hashable, Codable {
    package var groupId: String
    package var participantId: String?

    package init(groupId: String, participantId: String? = nil) {
        self.groupId = groupId
        self.participantId = participantId
    }
}

/// Payload of `answerCall`, `facilitatorCalled` and `callAnswered`.
package struct GroupReference: Sendable, Hashable, Codable {
    package var groupId: String

    package init(groupId: String) {
        self.groupId = groupId
    }
}
