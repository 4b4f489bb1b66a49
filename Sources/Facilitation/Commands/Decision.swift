import Planning

/// Decides a command: the events it gives, or why it is refused. Pure; changes nothing.
///
/// No events means that what was asked for holds already (a lock on a locked model): the sender hears *accepted*.
/// - Parameters:
///   - at: the server's time, milliseconds since 1970, the time the events will be recorded with.
///   - limits: how much the session may hold.
package func decide(
    _ command: any Command, by actor: Actor, in state: SessionState, at: Int64, limits: SessionLimits = .standard
) -> Result<[SessionEvent], Refusal> {
    do throws(Refusal) {
        let events = try Decision(actor: actor, state: state, at: at, limits: limits).events(for: command)
        return .success(events.map(SessionEvent.known))
    } catch {
        return .failure(error)
    }
}

/// The circumstances a command is judged in, and what several commands ask of them. What only one area asks is an
/// extension in that area's file.
package struct Decision {
    let actor: Actor
    let state: SessionState
    /// Milliseconds since 1970.
    let at: Int64
    let limits: SessionLimits

    /// Role first: who may not send a command is told nothing else.
    fileprivate func events(for command: any Command) throws(Refusal) -> [any Event] {
        let type = type(of: command)
        guard type.roles.contains(actor.role) else { throw Refusal(.notPermitted) }
        try type.standing.check(isEnded: state.isEnded)
        return try command.decide(in: self)
    }

    func model(_ id: String) throws(Refusal) -> SessionModel {
        guard let model = state.model(id) else { throw Refusal(.noSuchModel) }
        return model
    }

    /// The sender as somebody who joined; those who only lead or look on have no voice of their own.
    func participantID() throws(Refusal) -> String {
        guard let id = actor.participantID else { throw Refusal(.notJoined) }
        return id
    }

    /// Bytes, not characters: a character can be any number of bytes.
    ///
    /// - Parameter name: the member's name, which the refusal says.
    func checkText(_ text: String, _ name: String, upTo bytes: Int, required: Bool = true) throws(Refusal) {
        guard text.utf8.count <= bytes else { throw Refusal(.textTooLong, fields: [name]) }
        if required && text.allSatisfy(\.isWhitespace) { throw Refusal(.textMissing, fields: [name]) }
    }

    /// As the member of a page's JSON is called.
    func check(_ party: Party) throws(Refusal) {
        try checkText(party.id, party.unitId == nil ? "externalId" : "unitId", upTo: SessionLimits.idBytes)
    }
}
