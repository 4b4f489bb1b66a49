import Facilitation
import Transport

/// One connection in a session room: who it is, and where to send.
@ServiceLoop
final class SessionSeat {
    let peer: any Peer
    let actor: Actor
    /// Whose budget its commands are taken from.
    let person: SessionPerson
    /// Everything it sends, pings and what is refused too: whoever sends on and on is hung up on.
    var messages: TokenBucket
    /// Commands of this connection that wait for the database.
    var commandsUnderWay = 0
    /// The state on its way to it.
    fileprivate var delivery: StateDelivery?
    /// Whether it waits for the state to be encoded.
    fileprivate var awaitsState = false
    /// Whether the past has been told; until then live messages would arrive out of order.
    fileprivate var isCaughtUp = false
    /// Models whose summary everybody was told while the past was being told here: no page asks for it.
    fileprivate var missedModels: Set<String> = []

    init(peer: any Peer, actor: Actor, person: SessionPerson, messages: TokenBucket) {
        self.peer = peer
        self.actor = actor
        self.person = person
        self.messages = messages
    }

    func say(_ message: SessionMessage) { peer.send(OutboundMessage(text: message.text)) }

    func refuse(_ refusal: Refusal, _ id: String) {
        say(.refused(id: id, code: refusal.code.rawValue, reason: refusal.reason, reasonEn: refusal.reasonEn))
    }
}

/// The connections of a session room, how each comes to know what everybody knows, and who is here.
///
/// Whoever joins is told the few events that they missed, or the state as it stands, and then events as they happen.
@ServiceLoop
final class SessionSeats {
    private unowned let room: SessionRoom
    private let limits: RoomLimits
    private let timing: any LoopTiming
    private var seats: [UInt64: SessionSeat] = [:]
    private var presence = SessionPresence()
    private var pictures = StatePictures()

    init(of room: SessionRoom, environment: RoomEnvironment) {
        self.room = room
        limits = environment.limits
        timing = environment.timing
    }

    var count: Int { seats.count }

    /// The participants connected at the moment, each once.
    var present: [String] { presence.present }

    subscript(connection: UInt64) -> SessionSeat? { seats[connection] }

    /// Lets a connection in that has been welcomed.
    ///
    /// - Parameters:
    ///   - sequence: the last event it saw.
    ///   - wantsState: whether the state serves better than many events; a client that did not ask for it gets it only
    ///     where the events are no longer at hand.
    func add(_ seat: SessionSeat, after sequence: Int64, wantsState: Bool) {
        seats[seat.peer.id] = seat
        if presence.came(seat.actor.participantID) { announcePresenceSoon() }
        let seen = max(0, sequence)
        let tail = room.journal.tail
        let missed = wantsState ? (seen > 0 ? tail.few(after: seen) : nil) : tail.entries(after: seen)
        if let missed, !wantsState || seen <= room.state.sequence {
            send(missed, to: seat)
            arrive(seat)
        } else if room.state.sequence == 0 {
            arrive(seat)
        } else {
            sendState(to: seat)
        }
    }

    func remove(_ connection: UInt64) {
        guard let seat = seats.removeValue(forKey: connection) else { return }
        if presence.left(seat.actor.participantID) { announcePresenceSoon() }
    }

    /// From here on the connection is told what happens.
    private func arrive(_ seat: SessionSeat) {
        seat.isCaughtUp = true
        for summary in seat.missedModels.sorted().compactMap({ room.told(of: $0) }) { seat.say(.model(summary)) }
        seat.missedModels = []
        room.caughtUp(seat)
        seat.peer.send(presence.listMessage())
    }

    // MARK: Sending

    /// Tells everybody who knows the past.
    func announce(_ message: SessionMessage) {
        guard !seats.isEmpty else { return }
        let shared = OutboundMessage(text: message.text)
        for seat in seats.values where seat.isCaughtUp { seat.peer.send(shared) }
    }

    /// The same of a model; who does not know the past yet is told after it.
    func announce(_ summary: ModelSummary) {
        announce(.model(summary))
        for seat in seats.values where !seat.isCaughtUp { seat.missedModels.insert(summary.id) }
    }

    /// Each text is encoded once, however many it goes to.
    func announce(_ entry: JournalEntry) {
        var messages: [Audience: OutboundMessage] = [:]
        for seat in seats.values where seat.isCaughtUp {
            let audience = entry.audience(of: seat.actor)
            let message = messages[audience] ?? OutboundMessage(text: entry.message(for: audience))
            messages[audience] = message
            seat.peer.send(message)
        }
    }

    /// Tells those who lead, also who does not know the past yet.
    func tellLeading(_ message: SessionMessage) {
        for seat in seats.values where seat.actor.role.leadsSessions { seat.say(message) }
    }

    /// Closes every connection.
    func closeAll(code: UInt16, reason: String) {
        for seat in seats.values { seat.peer.close(code: code, reason: reason) }
    }

    /// Closes the connections of a participant.
    ///
    /// - Parameter actor: of those only who came as somebody else than this; nil closes all of them.
    func close(_ participantID: String, unlessAs actor: Actor? = nil, code: UInt16, reason: String) {
        for seat in seats.values where seat.actor.participantID == participantID {
            if let actor, seat.actor.party == actor.party, seat.actor.function == actor.function { continue }
            seat.peer.close(code: code, reason: reason)
        }
    }

    private func announcePresenceSoon() {
        timing.after(limits.presenceDelay) { [weak self] in
            guard let self, let change = presence.takeChange() else { return }
            announce(change)
        }
    }

    // MARK: Catching up

    private func send(_ events: ArraySlice<JournalEntry>, to seat: SessionSeat) {
        for event in events {
            seat.peer.send(OutboundMessage(text: event.message(for: event.audience(of: seat.actor))))
        }
    }

    /// Everything queued for a connection is on its way: what waits for that goes on.
    func drained(_ connection: UInt64) {
        guard let seat = seats[connection] else { return }
        goOn(seat)
    }

    private func sendState(to seat: SessionSeat) {
        let leads = seat.actor.role.leadsSessions
        if let picture = pictures.last(isForLeading: leads),
            room.journal.tail.few(after: picture.state.sequence) != nil
        {
            return begin(picture, to: seat)
        }
        guard room.journal.heldBytes > limits.statePartBytes else {
            return begin(pictures.draw(room.state, isForLeading: leads), to: seat)
        }
        seat.awaitsState = true
        drawPicture(leads)
    }

    /// A large state is encoded beside the loop, once however many wait for it.
    private func drawPicture(_ leads: Bool) {
        guard pictures.beginDrawing(isForLeading: leads) else { return }
        Task { @ServiceLoop [room] in
            let picture = await StatePicture.make(of: room.state, isForLeading: leads)
            // Something was deleted meanwhile: it must not be told any more.
            guard pictures.endDrawing(picture, isForLeading: leads, notBefore: room.earliestState) else {
                return drawPicture(leads)
            }
            for seat in seats.values where seat.awaitsState && seat.actor.role.leadsSessions == leads {
                seat.awaitsState = false
                begin(picture, to: seat)
            }
        }
    }

    private func begin(_ picture: StatePicture, to seat: SessionSeat) {
        seat.delivery = picture.delivery(to: seat.actor.participantID, partBytes: limits.statePartBytes)
        goOn(seat)
    }

    /// Sends what there is room for: a state never counts against what may wait for a reader. At its end come the
    /// events since; where too many have come meanwhile, the state as it stands now.
    private func goOn(_ seat: SessionSeat) {
        while let next = seat.delivery?.next() {
            seat.peer.send(OutboundMessage(text: next))
            guard seat.peer.queuedBytes <= limits.statePartBytes / 4 else { return }
        }
        guard let delivery = seat.delivery else { return }
        seat.delivery = nil
        guard let since = room.journal.tail.entries(after: delivery.sequence) else { return sendState(to: seat) }
        send(since, to: seat)
        arrive(seat)
    }

    /// Something was deleted: no state from before is told to anybody any more.
    func forgetStates() { pictures.forgetAll() }
}
