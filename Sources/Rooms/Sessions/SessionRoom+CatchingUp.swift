import Facilitation
import Transport

/// How somebody who joins comes to know what everybody knows: by the few events that they missed, or by the state as it
/// stands, and then by events.
extension SessionRoom {
    /// - Parameter wantsState: whether the state serves better than many events; a client that did not ask for it gets it
    ///   only where the events are no longer at hand.
    func catchUp(_ seat: SessionSeat, after sequence: Int64, wantsState: Bool) {
        let seen = max(0, sequence)
        let missed = wantsState ? (seen > 0 ? journal.tail.few(after: seen) : nil) : journal.tail.entries(after: seen)
        if let missed, !wantsState || seen <= state.sequence {
            send(missed, to: seat)
            arrive(seat)
        } else if state.sequence == 0 {
            arrive(seat)
        } else {
            sendState(to: seat)
        }
    }

    private func send(_ events: ArraySlice<JournalEntry>, to seat: SessionSeat) {
        for event in events {
            seat.peer.send(OutboundMessage(text: event.message(for: event.audience(of: seat.actor))))
        }
    }

    /// Everything queued for a connection is on its way: what waits for that goes on.
    package func drained(_ connection: UInt64) {
        guard let seat = seats[connection] else { return }
        goOn(seat)
    }

    private func sendState(to seat: SessionSeat) {
        let leads = seat.actor.role.leadsSessions
        if let picture = pictures[leads], journal.tail.few(after: picture.state.sequence) != nil {
            return begin(picture, to: seat)
        }
        guard journal.heldBytes > rooms.limits.statePartBytes else {
            let picture = StatePicture(of: state, isForLeading: leads)
            pictures[leads] = picture
            return begin(picture, to: seat)
        }
        seat.awaitsState = true
        drawPicture(leads)
    }

    /// A large state is encoded beside the loop, once however many wait for it.
    private func drawPicture(_ leads: Bool) {
        guard drawing.insert(leads).inserted else { return }
        Task { @ServiceLoop in
            let picture = await StatePicture.make(of: state, isForLeading: leads)
            drawing.remove(leads)
            // Something was deleted meanwhile: it must not be told any more.
            guard picture.state.sequence >= picturesBegin else { return drawPicture(leads) }
            pictures[leads] = picture
            for seat in seats.values where seat.awaitsState && seat.actor.role.leadsSessions == leads {
                seat.awaitsState = false
                begin(picture, to: seat)
            }
        }
    }

    private func begin(_ picture: StatePicture, to seat: SessionSeat) {
        seat.delivery = picture.delivery(to: seat.actor.participantID, partBytes: rooms.limits.statePartBytes)
        goOn(seat)
    }

    /// Sends what there is room for: a state never counts against what may wait for a reader. At its end come the events
    /// since; where too many have come meanwhile, the state as it stands now.
    private func goOn(_ seat: SessionSeat) {
        while let next = seat.delivery?.next() {
            seat.peer.send(OutboundMessage(text: next))
            guard seat.peer.queuedBytes <= rooms.limits.statePartBytes / 4 else { return }
        }
        guard let delivery = seat.delivery else { return }
        seat.delivery = nil
        guard let since = journal.tail.entries(after: delivery.sequence) else { return sendState(to: seat) }
        send(since, to: seat)
        arrive(seat)
    }
}
