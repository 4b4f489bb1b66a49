import Planning

extension SessionEvent: Decodable {
    enum CodingKeys: String, CodingKey {
        case kind, index, from, durationMs, remainingMs, byMs, level
        case modelID = "modelId"
    }

    /// A kind that isn't known becomes ``unknown(kind:)``: a newer version may have written it.
    /// - Throws: `DecodingError` when a known kind lacks a member or has one of another type.
    package init(from decoder: any Decoder) throws {
        let members = try decoder.container(keyedBy: CodingKeys.self)
        let word = try members.decode(String.self, forKey: .kind)
        guard let kind = Kind(rawValue: word) else {
            self = .unknown(kind: word)
            return
        }
        switch kind {
        case .participantJoined: self = .participantJoined(try SessionParticipant(from: decoder))
        case .participantCorrected: self = .participantCorrected(try SessionParticipant(from: decoder))
        case .modelCreated: self = .modelCreated(try ModelCreation(from: decoder))
        case .modelConfirmed: self = .modelConfirmed(try ModelConfirmation(from: decoder))
        case .confirmationWithdrawn: self = .confirmationWithdrawn(try ConfirmationWithdrawal(from: decoder))
        default: self = try Self.inArea(kind, from: decoder) ?? Self.decodeFlat(kind, members)
        }
    }

    private static func decodeFlat(
        _ kind: Kind, _ members: KeyedDecodingContainer<CodingKeys>
    ) throws -> SessionEvent {
        func milliseconds(_ key: CodingKeys) throws -> Int64 { try members.decode(Int64.self, forKey: key) }
        func modelID() throws -> String { try members.decode(String.self, forKey: .modelID) }
        return switch kind {
        case .phaseEntered:
            .phaseEntered(
                index: try members.decode(Int.self, forKey: .index), from: try members.decode(Int.self, forKey: .from))
        case .timerStarted: .timerStarted(durationMs: try milliseconds(.durationMs))
        case .timerPaused: .timerPaused(remainingMs: try milliseconds(.remainingMs))
        case .timerResumed: .timerResumed(remainingMs: try milliseconds(.remainingMs))
        case .timerExtended:
            .timerExtended(byMs: try milliseconds(.byMs), remainingMs: try milliseconds(.remainingMs))
        case .timerStopped: .timerStopped
        case .modelLevelSet:
            .modelLevelSet(
                modelID: try modelID(), level: try members.decode(Level.self, forKey: .level),
                from: try members.decode(Level.self, forKey: .from))
        case .modelLocked: .modelLocked(modelID: try modelID())
        case .modelUnlocked: .modelUnlocked(modelID: try modelID())
        case .sessionEnded: .sessionEnded
        case .sessionReopened: .sessionReopened
        default: .unknown(kind: kind.rawValue)
        }
    }
}
