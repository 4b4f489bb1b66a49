// What one person says by a press: being ready, a raised hand, a reaction.

/// What somebody can say by one press, gone again in a moment: told to all as a number, and kept nowhere.
package enum Reaction: String, Sendable, Hashable, Codable, CaseIterable {
    case agree, thanks, idea, unclear

    /// Why `actor` may not react now; nil when it may be.
    package static func refusal(to actor: Actor, in state: SessionState) -> Refusal? {
        guard actor.role == .participant || actor.role.leadsSessions else { return Refusal(.notPermitted) }
        return state.isEnded ? Refusal(.sessionEnded) : nil
    }
}

// MARK: Commands

/// The sender is done with what the phase asks for, or not yet after all.
package struct SayReady: PageCommand {
    package static let kind = "sayReady"
    package static let roles = Permissions.participants
    let ready: Bool

    package func decide(in decision: Decision) throws(Refusal) -> [any Event] {
        let id = try decision.participantID()
        guard decision.state.ready.contains(id) != ready else { return [] }
        return [ReadySaid(participantId: id, ready: ready)]
    }
}

/// The sender asks to speak.
package struct RaiseHand: PageCommand {
    package static let kind = "raiseHand"
    package static let roles = Permissions.participants

    package func decide(in decision: Decision) throws(Refusal) -> [any Event] {
        let id = try decision.participantID()
        return decision.state.hands.contains(id) ? [] : [HandRaised(participantId: id)]
    }
}

/// Takes one's own hand down; those who lead may lower anybody's.
package struct LowerHand: PageCommand {
    package static let kind = "lowerHand"
    package static let roles = Permissions.writing
    /// Whose; nil is the sender's own.
    var participantId: String?

    package func decide(in decision: Decision) throws(Refusal) -> [any Event] {
        let id: String
        if let participantId { id = participantId } else { id = try decision.participantID() }
        guard decision.actor.role.leadsSessions || id == decision.actor.participantID
        else { throw Refusal(.notYourParty) }
        return decision.state.hands.contains(id) ? [HandLowered(participantId: id)] : []
    }
}

// MARK: Events

/// A participant is done with what the phase asks for, or not yet after all.
package struct ReadySaid: ToldToAll {
    package static let kind = "readySaid"
    package static let isHistory = false
    package static let isTakenWhenFull = true
    let participantId: String
    let ready: Bool

    package func apply(to state: inout SessionState, at: Int64) {
        if ready { state.ready.insert(participantId) } else { state.ready.remove(participantId) }
    }
}

/// A participant has a hand up.
package struct HandRaised: ToldToAll {
    package static let kind = "handRaised"
    package static let isHistory = false
    package static let isTakenWhenFull = true
    /// nil where the participant was deleted since.
    let participantId: String?

    package func apply(to state: inout SessionState, at: Int64) {
        guard let id = participantId, !state.hands.contains(id) else { return }
        state.hands.append(id)
    }
}

/// A participant's hand is down again.
package struct HandLowered: ToldToAll {
    package static let kind = "handLowered"
    package static let isHistory = false
    package static let isTakenWhenFull = true
    /// nil where the participant was deleted since.
    let participantId: String?

    package func apply(to state: inout SessionState, at: Int64) {
        state.hands.removeAll { $0 == participantId }
    }
}
