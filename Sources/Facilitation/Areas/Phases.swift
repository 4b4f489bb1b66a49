// The phase a session is in, and its beginning and end.

// MARK: Commands

/// Moves the session to a phase of its agenda, forwards or back. The phase it stands in can be entered once, by whoever
/// opens the session: that sets its time going.
package struct EnterPhase: PageCommand {
    package static let kind = "enterPhase"
    package static let roles = Permissions.leading
    let index: Int
    /// The phase the sender saw, so that two who press at once move one phase, not two.
    let expected: Int

    package func decide(in decision: Decision) throws(Refusal) -> [any Event] {
        let state = decision.state
        guard state.agenda.indices.contains(index) else { throw Refusal(.noSuchPhase) }
        guard expected == state.phaseIndex else { throw Refusal(.phaseHasMoved) }
        guard index != state.phaseIndex || state.phaseEnteredAt == nil else { throw Refusal(.alreadyInPhase) }
        return [PhaseEntered(index: index, from: state.phaseIndex)]
    }
}

/// Ends the session: nothing is written or decided any more but what an ended session still takes.
package struct EndSession: PageCommand {
    package static let kind = "endSession"
    package static let roles = Permissions.leading

    package func decide(in decision: Decision) throws(Refusal) -> [any Event] { [SessionEnded()] }
}

/// Opens an ended session again, as it was.
package struct ReopenSession: PageCommand {
    package static let kind = "reopenSession"
    package static let roles = Permissions.leading
    package static let standing = SessionStanding.ended

    package func decide(in decision: Decision) throws(Refusal) -> [any Event] { [SessionReopened()] }
}

// MARK: Events

/// The session stands in another phase, and nobody is done with what it asks for.
package struct PhaseEntered: ToldToAll {
    package static let kind = "phaseEntered"
    package static let isHistory = true
    package static let isTakenWhenFull = true
    let index: Int
    let from: Int

    package func apply(to state: inout SessionState, at: Int64) {
        state.phaseIndex = max(0, index)
        state.phaseEnteredAt = at
        state.beganAt = state.beganAt ?? at
        state.ready = []
    }
}

/// The session has ended, and its timer and call with it.
package struct SessionEnded: ToldToAll {
    package static let kind = "sessionEnded"
    package static let isHistory = true
    package static let isTakenWhenFull = true

    package func apply(to state: inout SessionState, at: Int64) {
        state.endedAt = at
        state.timer = .idle
        state.call = nil
    }
}

/// The session is open again.
package struct SessionReopened: ToldToAll {
    package static let kind = "sessionReopened"
    package static let isHistory = true
    package static let isTakenWhenFull = true

    package func apply(to state: inout SessionState, at: Int64) {
        state.endedAt = nil
    }
}
