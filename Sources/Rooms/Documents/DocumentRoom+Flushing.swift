import Logging
import CRDT
import SyncProtocol
import Transport

extension DocumentRoom {
    func flushAtEndOfTurn() {
        guard !isFlushDue else { return }
        isFlushDue = true
        timing.atEndOfTurn { [weak self] in self?.flush() }
    }

    /// Sends what this turn gained to everybody and gives it to the log.
    private func flush() {
        isFlushDue = false
        broadcastGained()
        if unlogged.isEmpty {
            // Those who only repeated what is known wait for what is under way, if anything is.
            if batchesUnderWay == 0 { confirmKnown() }
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
        observer?.saved(after: receipt.leftAt.duration(to: timing.instant))
        announceSaved(receipt.stateVector)
        acknowledge(receipt)
        if batchesUnderWay == 0, unlogged.isEmpty, !waiting.isEmpty { confirmKnown() }
        let isLong = logged.updates >= limits.updatesBeforeSnapshot || logged.bytes >= limits.bytesBeforeSnapshot
        if isLong, !isSnapshotDue {
            isSnapshotDue = true
            snapshotDue?(self)
        }
    }

    /// Tells everybody who asked up to where everything is durable, readers too: what they were sent may have been
    /// an edit that was not durable yet.
    private func announceSaved(_ stateVector: StateVector) {
        let receivers = subscribers.values.filter(\.access.wantsSaved)
        guard !receivers.isEmpty else { return }
        let message = OutboundMessage(binary: Message.saved(stateVector).encoded())
        for subscriber in receivers { subscriber.peer.send(message) }
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
