extension Decision {
    /// The phase a session stands in can be entered once, by whoever opens the session: that sets its time going.
    func enterPhase(_ index: Int, expected: Int) throws(Refusal) -> [SessionEvent] {
        guard state.agenda.indices.contains(index) else { throw Refusal(.noSuchPhase) }
        guard expected == state.phaseIndex else { throw Refusal(.phaseHasMoved) }
        guard index != state.phaseIndex || state.phaseEnteredAt == nil else { throw Refusal(.alreadyInPhase) }
        return [.phaseEntered(index: index, from: state.phaseIndex)]
    }
}
