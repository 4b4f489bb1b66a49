import CRDT
import SyncProtocol
import Transport

extension DocumentRoom {
    /// Handles one message of y-websocket's protocol from `connection`.
    ///
    /// Bytes that are no message close the connection with 1007; nothing of them reaches the document.
    package func receive(_ bytes: [UInt8], from connection: UInt64) {
        guard let subscriber = subscribers[connection] else { return }
        let message: Message
        do {
            message = try Message.decode(bytes)
        } catch {
            return refuse(subscriber, as: .malformed, code: CloseCode.invalidPayload, reason: "malformed message")
        }
        switch message {
        case .syncStep1(let theirs):
            owe(theirs, to: subscriber)
        case .syncStep2(let update):
            write(update, isAnswer: true, from: subscriber)
        case .update(let update):
            guard update.count <= limits.updateBytes else {
                return refuse(subscriber, as: .tooLarge, code: CloseCode.tooBig, reason: "update too large")
            }
            write(update, isAnswer: false, from: subscriber)
        case .awareness(let update):
            receiveAwareness(update, from: subscriber)
        case .queryAwareness:
            tellPresence(subscriber)
        case .auth, .saved, .acknowledged:
            // Only servers send these; a client that does is ignored, as y-websocket's server ignores them.
            observer?.dropped(.malformed)
        }
    }

    private func refuse(_ subscriber: Subscriber, as cause: DropReason, code: UInt16, reason: String) {
        observer?.dropped(cause)
        subscriber.peer.close(code: code, reason: reason)
    }

    // MARK: Updates

    /// - Parameter isAnswer: a sync step 2, which has everything that its sender has and this document had not.
    private func write(_ update: [UInt8], isAnswer: Bool, from subscriber: Subscriber) {
        guard subscriber.budget.takesUpdate(of: update.count, at: timing.instant) else {
            return putOff(subscriber, because: .tooOften)
        }
        if let reason = reasonToDeny(subscriber) {
            // Every client answers sync step 1, also with nothing, or with nothing but deletions that are known: who
            // may only read has then written nothing either. To find out, the whole document is looked through.
            subscriber.budget.spendUpdate(document.encodedBound / 32, at: timing.instant)
            return document.contains(update) ? noteTaken(from: subscriber) : deny(subscriber, reason: reason)
        }
        if let reason = subscriber.behind, !isAnswer {
            observer?.dropped(reason)
            return
        }
        guard let change = take(update, from: subscriber) else { return }
        if subscriber.behind != nil {
            // Told again should it be refused again: an acknowledgement would be taken for that of what was refused.
            subscriber.behind = nil
            subscriber.knowsItIsDenied = false
        }
        noteTaken(from: subscriber)
        if change.update != nil || change.isPending {
            lastAnswer = nil
            unlogged.append(update)
            observer?.tookUpdate(bytes: update.count)
        }
        if let gained = change.update {
            // What had waited for this may be somebody else's, or from before a reload: then its sender needs it too.
            if let party = subscriber.access.party { writers.insert(party) }
            outgoing.append((gained, gained == update ? subscriber.peer.id : nil))
            pacing.count(at: timing.instant)
            noteChange()
        }
        // It builds on something this server lacks: ask its sender for everything since what we have.
        if change.isPending { question(subscriber) }
    }

    /// Integrates an update. `nil` when it is refused; then its sender has been told, and nothing of it is left.
    private func take(_ update: [UInt8], from subscriber: Subscriber) -> Document.Change? {
        let known = document.clientCount
        let obstacle = obstacle?(self)
        let price = 4 * known > 3 * limits.document.clients ? PersonBudget.priceOfLastClients : 1
        do throws(UpdateError) {
            let allowed = subscriber.budget.newClients(price: price, at: timing.instant)
            let change = try document.apply(update, newClients: allowed, mayGrow: obstacle == nil)
            subscriber.budget.spendClients(
                max(0, document.clientCount - known), price: price, at: timing.instant)
            return change
        } catch {
            switch error {
            case .malformed:
                refuse(subscriber, as: .malformed, code: CloseCode.invalidPayload, reason: "malformed update")
            case .updateTooLarge, .documentTooLarge: putOff(subscriber, because: obstacle ?? .modelFull)
            case .tooManyClients: putOff(subscriber, because: .tooManyClients)
            case .tooMuchPending:
                refuse(subscriber, as: .tooLarge, code: CloseCode.overloaded, reason: "too much waits: connect again")
            }
            return nil
        }
    }

    /// Asks a connection what it has, at most once a second.
    private func question(_ subscriber: Subscriber) {
        guard !subscriber.isQuestionDue else { return }
        let wait = subscriber.askedAt.map { timing.instant.duration(to: $0 + .seconds(1)) } ?? .zero
        guard wait > .zero else { return ask(subscriber) }
        subscriber.isQuestionDue = true
        timing.after(wait) { [weak self] in
            subscriber.isQuestionDue = false
            guard let self, subscribers[subscriber.peer.id] === subscriber else { return }
            if document.hasPending || subscriber.behind != nil { ask(subscriber) }
        }
    }

    private func ask(_ subscriber: Subscriber) {
        subscriber.askedAt = timing.instant
        send(.syncStep1(document.stateVector), to: subscriber)
    }

    /// Counts a message; its sender is told when all that is known now is durable.
    private func noteTaken(from subscriber: Subscriber) {
        subscriber.taken += 1
        waiting[subscriber.peer.id] = subscriber.taken
        flushSoon()
    }

    private func reasonToDeny(_ subscriber: Subscriber) -> DropReason? {
        if !subscriber.access.canWrite { return .readOnly }
        if isLocked || isRemoved { return .locked }
        if !log.isAccepting { return .storageFailing }
        return nil
    }

    /// Drops an update before it reaches the engine, and tells its sender once.
    private func deny(_ subscriber: Subscriber, reason: DropReason) {
        observer?.dropped(reason)
        guard !subscriber.knowsItIsDenied else { return }
        subscriber.knowsItIsDenied = true
        send(.auth(reason: reason.rawValue), to: subscriber)
    }

    /// Drops an update that the document, or the person, has no room for at the moment. It is kept where it was
    /// written: its sender is told, and asked for it again.
    private func putOff(_ subscriber: Subscriber, because reason: DropReason) {
        subscriber.behind = reason
        deny(subscriber, reason: reason)
    }

    /// Asks those for whom there was no room whether there is now. Called every few seconds.
    func fetchWhatWasRefused() {
        for subscriber in subscribers.values where subscriber.behind != nil {
            guard subscriber.budget.mayUpdate(at: timing.instant) else { continue }
            subscriber.knowsItIsDenied = false
            question(subscriber)
        }
    }

    /// Asks those whose updates the lock kept out for what they have.
    func fetchWhatWasDenied() {
        for subscriber in subscribers.values where subscriber.knowsItIsDenied && subscriber.access.canWrite {
            subscriber.knowsItIsDenied = false
            send(.syncStep1(document.stateVector), to: subscriber)
        }
    }

    // MARK: Awareness

    private func tellPresence(_ subscriber: Subscriber) {
        guard subscriber.budget.mayBeAnswered(at: timing.instant), keepsUp(subscriber) else {
            observer?.dropped(.tooOften)
            return
        }
        guard let everyone = awareness.encodedAll() else { return }
        let message = everyone.encoded()
        subscriber.budget.spendAnswer(message.count, at: timing.instant)
        send(.awareness(message), to: subscriber)
    }

    private func receiveAwareness(_ bytes: [UInt8], from subscriber: Subscriber) {
        guard bytes.count <= limits.awarenessBytes else { observer?.dropped(.tooLarge); return }
        guard subscriber.awarenessBudget.allows(at: timing.instant) else { observer?.dropped(.tooOften); return }
        var update: AwarenessUpdate
        do {
            update = try AwarenessUpdate(decoding: bytes, limits: limits.awareness)
        } catch {
            return refuse(subscriber, as: .malformed, code: CloseCode.invalidPayload, reason: "malformed awareness")
        }
        if let presented = subscriber.access.presented { update = update.presenting(presented.value) }
        takeOver(update, for: subscriber)
        let outcome = awareness.apply(update, from: subscriber.peer.id, at: timing.instant)
        if !outcome.refused.isEmpty { observer?.dropped(.foreignClient) }
        if !outcome.crowdedOut.isEmpty { observer?.dropped(.presenceFull) }
        // y-websocket's client sends back what it is told of others. That costs it nothing, or its own cursor would
        // stand still in a full room.
        if outcome.broadcast != nil || outcome.echoOnly != nil {
            subscriber.awarenessBudget.spend(at: timing.instant)
        }
        if let news = outcome.broadcast { tellEverybody(news) }
        // A renewal without news goes back to its sender alone: y-websocket's client hangs up after 30 seconds
        // without a message.
        if let echo = outcome.echoOnly { send(.awareness(echo.encoded()), to: subscriber) }
    }

    /// Who comes back on a new connection, before the old one is known to be gone, goes on as the same client.
    private func takeOver(_ update: AwarenessUpdate, for subscriber: Subscriber) {
        guard let person = subscriber.access.person else { return }
        for entry in update.entries where awareness.isNews(entry) {
            guard let owner = awareness.owner(of: entry.clientID), owner != subscriber.peer.id,
                subscribers[owner]?.access.person == person
            else { continue }
            awareness.transfer(from: owner, to: subscriber.peer.id)
        }
    }

    /// Clears people who have not been heard of for 30 seconds (y-protocols `outdatedTimeout`), and tells everybody in
    /// one message who else is still here: clients forget those they hear nothing of for as long.
    package func tidyAwareness() {
        if let gone = awareness.removeOutdated(at: timing.instant) { tellEverybody(gone) }
        if let here = awareness.takeHeartbeats() { tellEverybody(here) }
    }
}
