import Facilitation
import Storage
import Transport

/// The door of a session that those who lead open for each person.
extension SessionRoom {
    /// Puts somebody at the door.
    ///
    /// - Returns: false when too many wait there already.
    package func knock(_ knock: Knock) -> Bool {
        guard knocks.count < house.limits.knocks else { return false }
        knocks.append(knock)
        announceDoor()
        return true
    }

    /// What became of a knock; nil when nobody knows of it.
    package func answer(to id: String) -> Knock.Answer? {
        knocks.first { $0.id == id }?.answer
    }

    /// Lets somebody in, or not. Whoever was answered before stays as they were: two who lead may press at once.
    package func answer(_ id: String, admit isAdmitted: Bool) async throws {
        guard let knock = knocks.first(where: { $0.id == id && $0.answer == .waiting }) else { return }
        set(isAdmitted ? .admitted : .refused, id)
        if isAdmitted {
            do {
                try await admit(knock.participant, role: .participant) { try $0.insertGrant(knock.grant) }
            } catch {
                set(.waiting, id)
                throw error
            }
        }
        announceDoor()
    }

    private func set(_ answer: Knock.Answer, _ id: String) {
        guard let place = knocks.firstIndex(where: { $0.id == id }) else { return }
        knocks[place].answer = answer
    }

    private func announceDoor() {
        for seat in seats.values where seat.actor.role.leadsSessions { tellDoor(seat) }
    }

    func tellDoor(_ seat: SessionSeat) {
        let waiting = knocks.filter { $0.answer == .waiting }
        say(.door(waiting.map { SessionMessage.Waiting(knockId: $0.id, person: person($0.participant)) }), to: seat)
    }
}
