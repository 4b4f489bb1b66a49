/// Every command there is: a row for each. `RegistryTests` compares the rows with the types in this target's files.
package enum CommandRegistry {
    /// What a page may send over the session's socket.
    package static let sentByPages: [any PageCommand.Type] = [
        EnterPhase.self,
        StartTimer.self,
        PauseTimer.self,
        ResumeTimer.self,
        ExtendTimer.self,
        StopTimer.self,
        LockModel.self,
        UnlockModel.self,
        EndSession.self,
        ReopenSession.self,
        ParkItem.self,
        SettleItem.self,
        CallTogether.self,
        Release.self,
        SayToAll.self,
        SayReady.self,
        RaiseHand.self,
        LowerHand.self,
        Evaluate.self,
        FormGroups.self,
        JoinGroup.self,
        CallFacilitator.self,
        AnswerCall.self,
        RecallGroups.self,
        OpenIdeas.self,
        WriteIdea.self,
        RevealIdeas.self,
        SortIdea.self,
        OpenVote.self,
        CastVote.self,
        RevealVote.self,
        SuggestLevel.self,
        DecideLevel.self,
        SetLobby.self,
        SetAgenda.self,
        InterpretValue.self,
    ]

    /// What only the server's own routes make.
    package static let madeByServer: [any ServerCommand.Type] = [
        Join.self,
        CorrectParticipant.self,
        CreateModel.self,
        SetModelLevel.self,
        ConfirmModel.self,
        WithdrawConfirmation.self,
    ]

    package static var all: [any Command.Type] { sentByPages + madeByServer }

    private static let byKind = Dictionary(
        sentByPages.map { ($0.kind, $0) }, uniquingKeysWith: { first, _ in first })

    /// The command that a page means by `kind`.
    ///
    /// - Throws: ``CommandFault``.
    static func type(of kind: String) throws(CommandFault) -> any PageCommand.Type {
        if let type = byKind[kind] { return type }
        guard madeByServer.contains(where: { $0.kind == kind })
        else { throw .unknownKind(String(kind.prefix(64))) }
        throw .notSentByPages(kind)
    }
}
