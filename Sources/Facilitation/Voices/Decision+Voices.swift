extension Decision {
    /// The sender as somebody who joined; those who only lead or look on have no voice of their own.
    func participantID() throws(Refusal) -> String {
        guard let id = actor.participantID else { throw Refusal(.notJoined) }
        return id
    }

    func sayReady(_ ready: Bool) throws(Refusal) -> [SessionEvent] {
        let id = try participantID()
        guard state.ready.contains(id) != ready else { return [] }
        return [.voices(.readySaid(ReadinessOf(participantId: id, ready: ready)))]
    }

    func raiseHand() throws(Refusal) -> [SessionEvent] {
        let id = try participantID()
        return state.hands.contains(id) ? [] : [.voices(.handRaised(Hand(participantId: id)))]
    }

    /// One's own hand; those who lead may lower anybody's.
    func lowerHand(of requested: String?) throws(Refusal) -> [SessionEvent] {
        let id: String
        if let requested { id = requested } else { id = try participantID() }
        guard actor.role.leadsSessions || id == actor.participantID else { throw Refusal(.notYourParty) }
        return state.hands.contains(id) ? [.voices(.handLowered(Hand(participantId: id)))] : []
    }

    /// Once: those who lead are not told whose an answer is, so a second would count as another person's.
    func evaluate(_ evaluation: Evaluation) throws(Refusal) -> [SessionEvent] {
        var own = evaluation
        own.participantId = try participantID()
        guard (1...5).contains(own.grade) else { throw Refusal(.gradeOutOfRange, fields: ["grade"]) }
        try checkText(own.text ?? "", "text", upTo: SessionLimits.promiseBytes, required: false)
        guard let before = state.evaluations[try participantID()] else { return [.voices(.evaluated(own))] }
        guard before == own else { throw Refusal(.alreadyAnswered) }
        return []
    }
}
