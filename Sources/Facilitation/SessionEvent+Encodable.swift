import Planning

extension SessionEvent: Encodable {
    package func encode(to encoder: any Encoder) throws {
        var members = encoder.container(keyedBy: CodingKeys.self)
        try members.encode(word, forKey: .kind)
        switch self {
        case .participantJoined(let participant), .participantCorrected(let participant):
            try participant.encode(to: encoder)
        case .modelCreated(let creation): try creation.encode(to: encoder)
        case .modelConfirmed(let confirmation): try confirmation.encode(to: encoder)
        case .confirmationWithdrawn(let withdrawal): try withdrawal.encode(to: encoder)
        case .phaseEntered(let index, let from):
            try members.encode(index, forKey: .index)
            try members.encode(from, forKey: .from)
        case .timerStarted(let durationMs): try members.encode(durationMs, forKey: .durationMs)
        case .timerPaused(let remainingMs), .timerResumed(let remainingMs):
            try members.encode(remainingMs, forKey: .remainingMs)
        case .timerExtended(let byMs, let remainingMs):
            try members.encode(byMs, forKey: .byMs)
            try members.encode(remainingMs, forKey: .remainingMs)
        case .modelLevelSet(let modelID, let level, let from):
            try members.encode(modelID, forKey: .modelID)
            try members.encode(level, forKey: .level)
            try members.encode(from, forKey: .from)
        case .modelLocked(let modelID), .modelUnlocked(let modelID): try members.encode(modelID, forKey: .modelID)
        default: try area?.payload?.encode(to: encoder)
        }
    }
}
