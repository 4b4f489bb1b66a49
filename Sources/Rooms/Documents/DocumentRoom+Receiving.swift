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
            subscriber.peer.send(answer(to: theirs))
        case .syncStep2(let update):
            write(update, from: subscriber)
        case .update(let update):
            guard update.count <= limits.updateBytes else {
                return refuse(subscriber, as: .tooLarge, code: CloseCode.tooBig, reason: "update too large")
            }
            write(update, from: subscriber)
        case .awareness(let update):
            receiveAwareness(update, from: subscriber)
        case .queryAwareness:
            if let everyone = awareness.encodedAll() { send(.awareness(everyone.encoded()), to: subscriber) }
        case .auth, .saved, .acknowledged:
            // Only servers send these; a client that does is ignored, as y-websocket's server ignores them.
            observer?.dropped(.malformed)
        }
    }

    /// The same message for all who have the same: after a restart, or when a session begins, everybody asks at once.
    private func answer(to theirs: StateVector) -> OutboundMessage {
        if let lastAnswer, lastAnswer.to == theirs { return lastAnswer.message }
        let message = OutboundMessage(
            binary: Message.syncStep2(document.encodeStateAsUpdate(since: theirs)).encoded())
        lastAnswer = (theirs, message)
        return message
    }

    private func refuse(_ subscriber: Subscriber, as cause: DropReason, code: UInt16, reason: String) {
        observer?.dropped(cause)
        subscriber.peer.close(code: code, reason: reason)
    }

    // MARK: Updates

    private func write(_ update: [UInt8], from subscriber: Subscriber) {
        if let reason = reasonToDeny(subscriber) {
            // Every client answers sync step 1, also with nothing, or with nothing but deletions that are known: who
            // may only read has then written nothing either.
            return document.knows(update) ? noteTaken(from: subscriber) : deny(subscriber, reason: reason)
        }
        let change: Document.Change
        do {
            change = try document.apply(update)
        } catch {
            return refuse(subscriber, as: .malformed, code: CloseCode.invalidPayload, reason: "malformed update")
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
        if change.isPending {
            // It builds on something this server lacks: ask its sender for everything since what we have.
            send(.syncStep1(document.stateVector), to: subscriber)
        }
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

    /// Asks those whose updates the lock kept out for what they have.
    func fetchWhatWasDenied() {
        for subscriber in subscribers.values where subscriber.knowsItIsDenied && subscriber.access.canWrite {
            subscriber.knowsItIsDenied = false
            send(.syncStep1(document.stateVector), to: subscriber)
        }
    }

    // MARK: Awareness

    private func receiveAwareness(_ bytes: [UInt8], from subscriber: Subscriber) {
        guard bytes.count <= limits.awarenessBytes else { observer?.dropped(.tooLarge); return }
        guard subscriber.awarenessBudget.allows(at: timing.instant) else { observer?.dropped(.tooOften); return }
        let update: AwarenessUpdate
        do {
            update = try AwarenessUpdate(decoding: bytes, limits: limits.awareness)
        } catch {
            return refuse(subscriber, as: .malformed, code: CloseCode.invalidPayload, reason: "malformed awareness")
        }
        takeOver(update, for: subscriber)
        let outcome = awareness.apply(update, from: subscriber.peer.id, at: timing.instant)
        if !outcome.refused.isEmpty { observer?.dropped(.foreignClient) }
        // y-websocket's client sends back what it is told of others. That costs it nothing, or its own cursor would
        // stand still in a full room.
        if outcome.broadcast != nil || outcome.echoOnly != nil { subscriber.awarenessBudget.spend() }
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
