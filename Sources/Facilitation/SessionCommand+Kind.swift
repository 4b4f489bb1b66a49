extension SessionCommand {
    /// The word that names a command on the wire and in the table of ``Permissions``.
    package enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        case enterPhase, startTimer, pauseTimer, resumeTimer, extendTimer, stopTimer
        case lockModel, unlockModel, endSession, reopenSession
        case join, correctParticipant, createModel, setModelLevel, confirmModel, withdrawConfirmation
        case parkItem, settleItem
        case callTogether, release, sayToAll
        case sayReady, raiseHand, lowerHand, evaluate
        case formGroups, joinGroup, callFacilitator, answerCall, recallGroups
        case openIdeas, writeIdea, revealIdeas, sortIdea
        case openVote, castVote, revealVote
        case suggestLevel, decideLevel
        case setLobby
        case setAgenda
        case interpretValue

        /// Whether a page may send it over the session's socket.
        package var isSentByPages: Bool {
            switch self {
            case .join, .correctParticipant, .createModel, .setModelLevel, .confirmModel, .withdrawConfirmation: false
            default: true
            }
        }
    }

    package var kind: Kind {
        switch self {
        case .enterPhase: .enterPhase
        case .startTimer: .startTimer
        case .pauseTimer: .pauseTimer
        case .resumeTimer: .resumeTimer
        case .extendTimer: .extendTimer
        case .stopTimer: .stopTimer
        case .lockModel: .lockModel
        case .unlockModel: .unlockModel
        case .endSession: .endSession
        case .reopenSession: .reopenSession
        case .join: .join
        case .correctParticipant: .correctParticipant
        case .createModel: .createModel
        case .setModelLevel: .setModelLevel
        case .confirmModel: .confirmModel
        case .withdrawConfirmation: .withdrawConfirmation
        case .parking(let command): command.kind
        case .attention(let command): command.kind
        case .voices(let command): command.kind
        case .groups(let command): command.kind
        case .ideas(let command): command.kind
        case .votes(let command): command.kind
        case .levels(let command): command.kind
        case .lobby(let command): command.kind
        case .agenda(let command): command.kind
        case .values(let command): command.kind
        }
    }
}
