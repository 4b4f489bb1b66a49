extension SessionCommand: Codable {
    enum CodingKeys: String, CodingKey {
        case kind, index, expected, durationMs, byMs, level
        case modelID = "modelId"
        case participantID = "participantId"
        case unitID = "unitId"
        case externalID = "externalId"
    }

    /// - Throws: ``CommandFault`` for a kind that isn't known or isn't a page's to send; `DecodingError` for a
    ///   member that is missing or of another type.
    package init(from decoder: any Decoder) throws {
        let members = try decoder.container(keyedBy: CodingKeys.self)
        let word = try members.decode(String.self, forKey: .kind)
        guard let kind = Kind(rawValue: word) else { throw CommandFault.unknownKind(String(word.prefix(64))) }
        self = try Self.inArea(kind, from: decoder) ?? Self.decode(kind, from: members)
    }

    private static func decode(
        _ kind: Kind, from members: KeyedDecodingContainer<CodingKeys>
    ) throws -> SessionCommand {
        switch kind {
        case .enterPhase:
            .enterPhase(
                index: try members.decode(Int.self, forKey: .index),
                expected: try members.decode(Int.self, forKey: .expected))
        case .startTimer: .startTimer(durationMs: try members.decode(Int64.self, forKey: .durationMs))
        case .pauseTimer: .pauseTimer
        case .resumeTimer: .resumeTimer
        case .extendTimer: .extendTimer(byMs: try members.decode(Int64.self, forKey: .byMs))
        case .stopTimer: .stopTimer
        case .lockModel: .lockModel(modelID: try members.decode(String.self, forKey: .modelID))
        case .unlockModel: .unlockModel(modelID: try members.decode(String.self, forKey: .modelID))
        case .endSession: .endSession
        case .reopenSession: .reopenSession
        default: throw CommandFault.notSentByPages(kind)
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var members = encoder.container(keyedBy: CodingKeys.self)
        try members.encode(kind, forKey: .kind)
        switch self {
        case .enterPhase(let index, let expected):
            try members.encode(index, forKey: .index)
            try members.encode(expected, forKey: .expected)
        case .startTimer(let durationMs): try members.encode(durationMs, forKey: .durationMs)
        case .extendTimer(let byMs): try members.encode(byMs, forKey: .byMs)
        case .lockModel(let modelID), .unlockModel(let modelID): try members.encode(modelID, forKey: .modelID)
        case .pauseTimer, .resumeTimer, .stopTimer, .endSession, .reopenSession: break
        case .join(let participantID): try members.encode(participantID, forKey: .participantID)
        case .correctParticipant(let correction): try correction.encode(to: encoder)
        case .createModel(let creation): try creation.encode(to: encoder)
        case .setModelLevel(let modelID, let level):
            try members.encode(modelID, forKey: .modelID)
            try members.encode(level, forKey: .level)
        case .confirmModel(let request): try request.encode(to: encoder)
        case .withdrawConfirmation(let modelID, let party):
            try members.encode(modelID, forKey: .modelID)
            try members.encodeIfPresent(party?.unitID, forKey: .unitID)
            try members.encodeIfPresent(party?.externalID, forKey: .externalID)
        default: try area?.payload?.encode(to: encoder)
        }
    }
}
