/// Payload of `sayReady`: one is done with what the phase asks for, or not yet after all.
package struct Readiness: Sendable, Hashable, Codable {
    package var ready: Bool

    package init(ready: Bool) {
        self.ready = ready
    }
}

/// Payload of `readySaid`.
package struct ReadinessOf: Sendable, Hashable, Codable {
    package var participantId: String
    package var ready: Bool

    package init(participantId: String, ready: Bool) {
        self.participantId = participantId
        self.ready = ready
    }
}

/// Payload of `handRaised` and of `handLowered`; of the command `lowerHand` too, where nobody named is oneself.
package struct Hand: Sendable, Hashable, Codable {
    package var participantId: String?

    package init(participantId: String? = nil) {
        self.participantId = participantId
    }
}

/// What one thinks of the session, in two answers. Payload of `evaluate` and of `evaluated`.
package struct Evaluation: Sendable, Hashable, Codable {
    /// 1, not at all, to 5, a great deal: did the session bring us closer?
    package var grade: Int
    /// What to do otherwise the next time.
    package var text: String?
    /// Set by the server.
    package var participantId: String?

    package init(grade: Int, text: String? = nil, participantId: String? = nil) {
        self.grade = grade
        self.text = text
        self.participantId = participantId
    }
}
