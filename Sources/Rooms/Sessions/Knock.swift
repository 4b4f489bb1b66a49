package import Storage
package import Transport

/// Somebody with the code who waits to be let in. Kept in memory only: who is still there after a restart knocks anew.
package struct Knock: Sendable {
    package enum Answer: String, Sendable, Codable, CaseIterable {
        case waiting, admitted, refused
    }

    /// Drawn at random; known to the one who waits, and to those who lead.
    package let id: String
    package internal(set) var participant: ParticipantRecord
    /// What the browser's token will open once the person is let in.
    package internal(set) var grant: GrantRecord
    /// Whose place at the door it takes.
    package let network: ClientNetwork
    package internal(set) var answer = Answer.waiting
    /// Counts those who came to the door.
    var arrival: UInt64 = 0
    /// Whether its asker has asked what became of it.
    var hasAsked = false
    /// When its asker last asked what became of it.
    var askedAt: ContinuousClock.Instant?

    package init(id: String, participant: ParticipantRecord, grant: GrantRecord, network: ClientNetwork) {
        self.id = id
        self.participant = participant
        self.grant = grant
        self.network = network
    }
}
