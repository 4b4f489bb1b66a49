package import Storage

/// Somebody with the code who waits to be let in. Kept in memory only: who is still there after a restart knocks anew.
package struct Knock: Sendable {
    package enum Answer: String, Sendable, Encodable {
        case waiting, admitted, refused
    }

    /// Drawn at random; known to the one who waits, and to those who lead.
    package let id: String
    package let participant: ParticipantRecord
    /// What the person's token will open once they are let in.
    package let grant: GrantRecord
    package var answer = Answer.waiting

    package init(id: String, participant: ParticipantRecord, grant: GrantRecord) {
        self.id = id
        self.participant = participant
        self.grant = grant
    }
}
