import Logging
import CRDT
import SyncProtocol
import Transport

extension DocumentRoom {
    /// How long those who wrote nothing may wait to hear what is durable: somebody who writes seldom pauses for less.
    private static let savedDelay: Duration = .seconds(1)

    /// Flushes at the end of this turn, or later when the room is busy.
    func flushSoon() {
        guard !isFlushDue else { return }
        isFlushDue = true
        let delay = pacing.delay(at: timing.instant, receivers: subscribers.count)
        if delay > .zero {
            timing.after(delay) { [weak self] in self?.flush() }
        } else {
            timing.atEndOfTurn { [weak self] in self?.flush() }
        }
    }

    /// Counts a change that everybody is to be sent, and sees to it.
    func flushChange() {
        pacing.count(at: timing.instant)
        flushSoon()
    }

    /// Sends what was gained to everybody and gives it to the log.
    private func flush() {
        isFlushDue = false
        pacing.flushed(at: timing.instant)
        broadcastGained()
        broadcastAwareness()
        if isSavedUntold { announceSaved() }
        if unlogged.isEmpty {
            // Those who only repeated what is known wait for what is under way, if anything is.
            if batchesUnderWay == 0, !waiting.isEmpty { confirmKnown() }
            return
        }
        let updates = unlogged
        unlogged = []
        batchesUnderWay += 1
        log.append(UpdateLog.Batch(room: self, updates: updates, receipt: takeReceipt()))
    }

    /// Peers may see an edit before it is durable: after a crash any of them sends it again.
    private func broadcastGained() {
        guard !outgoing.isEmpty else { return }
        defer { flushed = document.stateVector }
        let gained = outgoing
        outgoing = []
        let first = gained[0]
        let soleOrigin = gained.allSatisfy { $0.origin == first.origin } ? first.origin : nil
        guard gained.count > 1 else {
            return broadcast(.update(first.update), except: soleOrigin)
        }
        do {
            broadcast(.update(try mergeUpdates(gained.map(\.update))), except: soleOrigin)
        } catch {
            // The engine made these updates itself; should merging one fail, each goes out on its own.
            logger.error("updates could not be merged", metadata: ["document": "\(id)", "reason": "\(error)"])
            for (update, origin) in gained { broadcast(.update(update), except: origin) }
        }
    }

    /// People are told of others' cursors, names and comings and goings at most once a flush, and of each the latest.
    private func broadcastAwareness() {
        guard !outgoingAwareness.isEmpty else { return }
        let entries = outgoingAwareness.sorted { $0.key < $1.key }.map(\.value)
        outgoingAwareness = [:]
        broadcast(.awareness(AwarenessUpdate(entries: entries).encoded()), except: nil)
    }

    /// Queues what was said for everybody.
    func tellEverybody(_ update: AwarenessUpdate) {
        for entry in update.entries { outgoingAwareness[entry.clientID] = entry }
        flushChange()
    }

    /// Answers those who sent only what is known and durable already.
    private func confirmKnown() {
        let receipt = takeReceipt()
        for connection in receipt.taken.keys {
            guard let subscriber = subscribers[connection], subscriber.access.wantsSaved else { continue }
            send(.saved(receipt.stateVector), to: subscriber)
        }
        acknowledge(receipt)
    }

    private func takeReceipt() -> CommitReceipt {
        let receipt = CommitReceipt(stateVector: document.stateVector, taken: waiting, leftAt: timing.instant)
        waiting = [:]
        return receipt
    }

    // MARK: What is durable

    /// Called by the log once COMMIT has returned.
    func committed(_ receipt: CommitReceipt, updates: [[UInt8]], lastSequence: Int64) {
        batchesUnderWay -= 1
        logged.grow(by: updates, lastSequence: lastSequence)
        stored?(self, updates.reduce(0) { $0 + $1.count })
        observer?.saved(after: receipt.leftAt.duration(to: timing.instant))
        savedMessage = OutboundMessage(binary: Message.saved(receipt.stateVector).encoded())
        savedCount += 1
        // Who wrote is waiting for it. To the others the next flush takes it, in the same write as what it has for them.
        for connection in receipt.taken.keys {
            if let subscriber = subscribers[connection] { tellSaved(subscriber) }
        }
        announceSavedSoon()
        acknowledge(receipt)
        if batchesUnderWay == 0, unlogged.isEmpty, !waiting.isEmpty { confirmKnown() }
        let isLong = logged.updates >= limits.updatesBeforeSnapshot || logged.bytes >= limits.bytesBeforeSnapshot
        if isLong, !isSnapshotDue {
            isSnapshotDue = true
            snapshotDue?(self)
        }
    }

    /// Sees to it that everybody who asked hears that there is more durable, readers too: what they were sent may have
    /// been an edit that was not durable yet. They have nothing to lose, so it may wait for the next flush a while.
    private func announceSavedSoon() {
        isSavedUntold = true
        guard !isSavedTimerSet else { return }
        isSavedTimerSet = true
        timing.after(Self.savedDelay) { [weak self] in
            guard let self else { return }
            isSavedTimerSet = false
            if isSavedUntold { announceSaved() }
        }
    }

    private func announceSaved() {
        isSavedUntold = false
        for subscriber in subscribers.values { tellSaved(subscriber) }
    }

    func tellSaved(_ subscriber: Subscriber) {
        guard let savedMessage, subscriber.access.wantsSaved, subscriber.savedCount < savedCount, keepsUp(subscriber)
        else { return }
        subscriber.savedCount = savedCount
        subscriber.peer.send(savedMessage)
    }

    private func acknowledge(_ receipt: CommitReceipt) {
        for (connection, taken) in receipt.taken {
            guard let subscriber = subscribers[connection] else { continue }
            if subscriber.access.wantsAcknowledged, taken > subscriber.acknowledged {
                subscriber.acknowledged = taken
                send(.acknowledged(taken), to: subscriber)
            }
        }
    }
}
