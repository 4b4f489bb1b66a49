import Facilitation
import Transport

/// Who is here: the whole list to who joins, and from then on who came and went, gathered for a moment. In a room of
/// thousands the list is as long as everything else that is sent.
extension SessionRoom {
    /// The participants connected at the moment, each once, however many pages they have open.
    package var present: [String] { connections.keys.sorted() }

    /// Counts a connection of somebody who came.
    func came(_ seat: SessionSeat) {
        guard let person = seat.actor.participantID else { return }
        connections[person, default: 0] += 1
        presenceIsDue()
    }

    /// Counts one less of somebody who left.
    func went(_ seat: SessionSeat) {
        guard let person = seat.actor.participantID, let count = connections[person] else { return }
        connections[person] = count > 1 ? count - 1 : nil
        presenceIsDue()
    }

    /// Tells a connection everybody who was here when all were told last; what changed since comes next.
    func tellPresence(_ seat: SessionSeat) {
        let message = presenceMessage ?? OutboundMessage(text: SessionMessage.presence(told.sorted()).text)
        presenceMessage = message
        seat.peer.send(message)
    }

    private func presenceIsDue() {
        guard !isPresenceDue else { return }
        isPresenceDue = true
        rooms.timing.after(rooms.limits.presenceDelay) { [weak self] in self?.announcePresence() }
    }

    private func announcePresence() {
        isPresenceDue = false
        let now = Set(connections.keys)
        let (came, left) = (now.subtracting(told), told.subtracting(now))
        guard !came.isEmpty || !left.isEmpty else { return }
        told = now
        presenceMessage = nil
        announce(.presenceChange(came: came.sorted(), left: left.sorted()))
    }
}
