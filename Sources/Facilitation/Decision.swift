/// The circumstances a command is judged in. `Decision+….swift` hold the rules, one file per part of a session.
struct Decision {
    let actor: Actor
    let state: SessionState
    let at: Int64
    let limits: SessionLimits

    func events(for command: SessionCommand) throws(Refusal) -> [SessionEvent] {
        try checkRole(for: command.kind)
        try checkOpen(for: command.kind)
        switch command {
        case .enterPhase(let index, let expected): return try enterPhase(index, expected: expected)
        case .startTimer(let durationMs): return try startTimer(durationMs)
        case .pauseTimer: return try pauseTimer()
        case .resumeTimer: return try resumeTimer()
        case .extendTimer(let byMs): return try extendTimer(by: byMs)
        case .stopTimer: return try stopTimer()
        case .lockModel(let id): return try model(id).isLocked ? [] : [.modelLocked(modelID: id)]
        case .unlockModel(let id): return try model(id).isLocked ? [.modelUnlocked(modelID: id)] : []
        case .createModel(let creation): return try create(creation)
        case .setModelLevel(let id, let level): return try setLevel(of: id, to: level)
        case .confirmModel(let request): return try confirm(request)
        case .withdrawConfirmation(let id, let party): return try withdraw(party, from: id)
        case .join(let participantID): return try join(participantID)
        case .correctParticipant(let correction): return try correct(correction)
        case .endSession: return [.sessionEnded]
        case .reopenSession: return [.sessionReopened]
        default: return try command.area?.events(in: self) ?? []
        }
    }

    private func checkRole(for kind: SessionCommand.Kind) throws(Refusal) {
        guard Permissions.roles(for: kind).contains(actor.role) else { throw Refusal(.notPermitted) }
    }

    private func checkOpen(for kind: SessionCommand.Kind) throws(Refusal) {
        if state.isEnded && !Permissions.isTakenWhenEnded(kind) { throw Refusal(.sessionEnded) }
        if !state.isEnded && kind == .reopenSession { throw Refusal(.sessionNotEnded) }
    }

    func model(_ id: String) throws(Refusal) -> SessionModel {
        guard let model = state.model(id) else { throw Refusal(.noSuchModel) }
        return model
    }

    /// Bytes, not characters: a character can be any number of bytes.
    func checkText(_ text: String, _ name: String, upTo bytes: Int, required: Bool = true) throws(Refusal) {
        guard text.utf8.count <= bytes else { throw Refusal(.textTooLong, fields: [name]) }
        if required && text.allSatisfy(\.isWhitespace) { throw Refusal(.textMissing, fields: [name]) }
    }
}
