import Facilitation
import Storage
import Transport

/// The door of a session that those who lead open for each person.
extension SessionRoom {
    /// How many of those who wait are told; of the others their number.
    package static let shownAtDoor = 50
    /// How long what happens at the door is gathered before those who lead are told.
    static let doorPause: Duration = .milliseconds(300)

    /// Puts somebody at the door. A browser that waits there already stands where it stood, with what it wrote now.
    ///
    /// - Returns: the knock to ask after; nil when there is no room.
    package func knock(_ knock: Knock) -> String? {
        let id = door.knock(knock, at: rooms.timing.instant)
        if id != nil { announceDoorSoon() }
        return id
    }

    /// Whether a browser with this token waits at the door, or was just answered there.
    package func hasKnocked(_ tokenHash: [UInt8]) -> Bool { door.knows(tokenHash) }

    /// What became of a knock; nil when nobody knows of it.
    package func answer(to id: String) -> Knock.Answer? { door.answer(to: id, at: rooms.timing.instant) }

    /// Lets somebody in, or not. Whoever was answered before stays as they were: two who lead may press at once.
    package func answer(_ id: String, admit isAdmitted: Bool) async throws {
        let now = rooms.timing.instant
        guard door.isWaiting(id), let knock = door.set(isAdmitted ? .admitted : .refused, id, at: now) else { return }
        if isAdmitted {
            do {
                try await admit(knock.participant, from: knock.network) { try $0.insertGrant(knock.grant) }
            } catch {
                _ = door.set(.waiting, id, at: now)
                throw error
            }
        }
        announceDoorSoon()
    }

    /// Those who left the page without a word stand there no more.
    func tidyDoor() {
        if door.tidy(at: rooms.timing.instant) { announceDoorSoon() }
    }

    /// One message for what happens within a moment: a thousand who knock at once are told as one list.
    private func announceDoorSoon() {
        guard !isDoorDue else { return }
        isDoorDue = true
        rooms.timing.after(Self.doorPause) { [weak self] in
            guard let self else { return }
            isDoorDue = false
            for seat in seats.values where seat.actor.role.leadsSessions { tellDoor(seat) }
        }
    }

    func tellDoor(_ seat: SessionSeat) {
        say(.door(waiting(), count: door.waitingCount), to: seat)
    }

    /// Who waits and has these letters in their name; ``shownAtDoor`` of them at most.
    package func waiting(named name: String = "") -> [ShownKnock] {
        door.shown(Self.shownAtDoor, named: name).map(ShownKnock.init)
    }

    package var waitingCount: Int { door.waitingCount }
}
