import Facilitation
import Storage
import Testing
import Transport

@testable import Rooms

/// Places in a session and at its door: whoever fills theirs fills only theirs.
struct PlaceTests {
    private let start = ContinuousClock.now

    /// Values that can be changed inside an expectation.
    private final class Room {
        var seating: Seating
        var door: Door

        init(_ count: Int) {
            seating = Seating(places: Places(count: count), seated: [], at: .now)
            door = Door(places: Places(count: count))
        }
    }

    private func network(_ number: Int) -> ClientNetwork { ClientNetwork("192.0.\(number / 256).\(number % 256)") }

    private func knock(_ number: Int, browser: Int? = nil, from network: ClientNetwork) -> Knock {
        let person = ParticipantRecord(
            id: "p-\(number)", sessionID: "s", displayName: "Gæst \(number)", unitID: "u", function: "Lærer",
            joinedAt: Int64(number))
        let token = (0..<4).map { UInt8(truncatingIfNeeded: (browser ?? 1_000 + number) >> (8 * $0)) }
        let grant = GrantRecord(tokenHash: token, role: .participant, participantID: person.id, createdAt: 1)
        return Knock(id: "k-\(number)", participant: person, grant: grant, network: network)
    }

    @Test func `who asks where no place is left gets that of whoever was waited for longest, of the largest crowd`() {
        let room = Room(100)
        for number in 0..<10 { #expect(room.seating.take("early-\(number)", from: network(2), at: start)?.gone == nil) }
        for number in 0..<90 { _ = room.seating.take("form-\(number)", from: network(1), at: start) }
        #expect(room.seating.take("late", from: network(1), at: start)?.gone == "form-0")
        #expect(room.seating.count == 100 && room.seating.has("late") && !room.seating.has("form-0"))
    }

    @Test func `who came keeps the place, and a tenth is left for those from elsewhere`() {
        let room = Room(1_000)
        for number in 0..<1_000 {
            _ = room.seating.take("\(number)", from: network(1), at: start)
            _ = room.seating.arrived("\(number)")
        }
        #expect(room.seating.take("one more", from: network(1), at: start) == nil)
        for number in 0..<10 {
            #expect(room.seating.take("other \(number)", from: network(2), at: start) != nil)
            _ = room.seating.arrived("other \(number)")
        }
        #expect(room.seating.take("eleventh", from: network(2), at: start) == nil)
        room.seating.giveBack("5")
        room.seating.giveBack("other 1")
        #expect(room.seating.take("again", from: network(2), at: start) != nil)
    }

    @Test func `a place given back is free, and nobody is expected in it`() {
        let room = Room(1)
        _ = room.seating.take("a", from: network(1), at: start)
        #expect(room.seating.overdue(since: start + .seconds(1)) == ["a"])
        room.seating.giveBack("a")
        #expect(room.seating.isExpectingNobody && room.seating.count == 0)
    }

    @Test func `who was never seen is waited for once more after a restart, and goes where no place is left`() {
        var seating = Seating(
            places: Places(count: 3), seated: ["came", "form-0", "form-1"], expected: ["form-0", "form-1", "gone"],
            at: start)
        let arrivals = ["form-1", "came", "form-1"].map { seating.arrived($0) }
        #expect(arrivals == [true, false, false])
        #expect(seating.overdue(since: start + .seconds(1)) == ["form-0"])
        let elsewhere = network(1)
        let seat = seating.take("late", from: elsewhere, at: start)
        #expect(seat?.gone == "form-0")
        #expect(seating.has("came") && seating.has("form-1") && seating.count == 3)
    }

    @Test func `a browser has one place at the door, with what it wrote last`() {
        let room = Room(100)
        #expect(room.door.knock(knock(1, browser: 7, from: network(1)), at: start) == "k-1")
        #expect(room.door.knock(knock(2, browser: 7, from: network(1)), at: start) == "k-1")
        let waiting = Array(room.door.waiting)
        #expect(waiting.map(\.participant.displayName) == ["Gæst 2"])
        #expect(waiting.map(\.participant.id) == ["p-1"] && waiting.map(\.grant.participantID) == ["p-1"])
        _ = room.door.set(.admitted, "k-1", at: start)
        #expect(room.door.knock(knock(3, browser: 7, from: network(1)), at: start) == "k-1", "on the way in")
    }

    @Test func `who was refused may knock again, as somebody new`() {
        let room = Room(100)
        _ = room.door.knock(knock(1, browser: 7, from: network(1)), at: start)
        _ = room.door.set(.refused, "k-1", at: start)
        #expect(room.door.knock(knock(2, browser: 7, from: network(1)), at: start) == "k-2")
        #expect(room.door.waitingCount == 1)
    }

    @Test func `answers that were there to be heard, and people who left, make room`() {
        let room = Room(100)
        for number in 0..<100 { #expect(room.door.knock(knock(number, from: network(1)), at: start) != nil) }
        #expect(room.door.knock(knock(200, from: network(1)), at: start) == nil)
        _ = room.door.set(.refused, "k-5", at: start)
        #expect(room.door.knock(knock(201, from: network(1)), at: start + .seconds(61)) == "k-201")
        room.door.tidy(at: start + .seconds(61))
        #expect(room.door.answer(to: "k-5", at: start) == nil)
        #expect(room.door.answer(to: "k-6", at: start + .seconds(200)) == .waiting)
        let isFewer = room.door.tidy(at: start + .seconds(301))
        #expect(isFewer)
        #expect(room.door.waiting.map(\.id) == ["k-6", "k-201"])
    }

    @Test func `who was answered holds no place, and hears the answer all the same`() {
        let room = Room(100)
        for number in 0..<100 { _ = room.door.knock(knock(number, from: network(1)), at: start) }
        #expect(room.door.knock(knock(200, from: network(1)), at: start) == nil)
        for number in 0..<50 { _ = room.door.set(.admitted, "k-\(number)", at: start) }
        for number in 300..<350 { #expect(room.door.knock(knock(number, from: network(1)), at: start) != nil) }
        #expect(room.door.answer(to: "k-7", at: start) == .admitted && room.door.waitingCount == 100)
    }

    @Test func `who knocks and never asks gives the place to whoever comes next`() {
        let room = Room(100)
        for number in 0..<100 { _ = room.door.knock(knock(number, from: network(number)), at: start) }
        _ = room.door.answer(to: "k-7", at: start + .seconds(1))
        #expect(room.door.knock(knock(200, from: network(200)), at: start + .seconds(2)) != nil, "the last tenth")
        for number in 201..<210 { _ = room.door.knock(knock(number, from: network(number)), at: start + .seconds(2)) }
        #expect(room.door.knock(knock(300, from: network(300)), at: start + .seconds(2)) == nil)
        #expect(room.door.knock(knock(301, from: network(301)), at: start + .seconds(4)) == "k-301")
        #expect(!room.door.isWaiting("k-0") && room.door.isWaiting("k-1"), "as many as are needed")
        for number in 302..<410 { _ = room.door.knock(knock(number, from: network(number)), at: start + .seconds(4)) }
        #expect(room.door.isWaiting("k-7") && !room.door.isWaiting("k-99") && room.door.isWaiting("k-209"))
        #expect(room.door.waitingCount == 110)
    }

    @Test func `whoever knocks from thousands of addresses side by side leaves room for who lives elsewhere`() {
        let room = Room(1_000)
        for number in 0..<3_000 { _ = room.door.knock(knock(number, from: network(number)), at: start) }
        #expect(room.door.waitingCount == 1_100)
        let elsewhere = ClientNetwork("198.51.100.7")
        #expect(room.door.knock(knock(5_000, from: elsewhere), at: start) == "k-5000")
        #expect(room.door.shown(3).map(\.id) == ["k-0", "k-5000", "k-1"])
        let overIPv6 = ClientNetwork("2001:db8:1:2::3")
        #expect(room.door.knock(knock(5_001, from: overIPv6), at: start) == "k-5001")
    }

    @Test func `a place that comes back counts for the network that had it, and for it alone`() {
        let room = Room(100)
        for number in 0..<95 { _ = room.seating.take("\(number)", from: network(1), at: start) }
        for number in 95..<100 { _ = room.seating.take("\(number)", from: network(2), at: start) }
        for number in 0..<100 { _ = room.seating.arrived("\(number)") }
        #expect(room.seating.take("one more", from: network(2), at: start) == nil, "it holds five of a hundred")
        for number in 96..<100 { room.seating.giveBack("\(number)") }
        room.seating.giveBack("99")
        for number in 0..<4 { _ = room.seating.take("new \(number)", from: nil, at: start) }
        for number in 0..<4 { _ = room.seating.arrived("new \(number)") }
        #expect(room.seating.count == 100 && room.seating.take("again", from: network(2), at: start) == nil)
        room.seating.giveBack("95")
        _ = room.seating.take("new 4", from: nil, at: start)
        _ = room.seating.arrived("new 4")
        #expect(room.seating.take("first", from: network(2), at: start) != nil, "it holds none any more")
    }

    @Test func `of a crowd each network's first are shown first, and everybody is found by name`() {
        let room = Room(1_000)
        for number in 0..<900 { _ = room.door.knock(knock(number, from: network(1)), at: start) }
        _ = room.door.knock(knock(901, from: network(2)), at: start)
        _ = room.door.knock(knock(902, from: network(3)), at: start)
        #expect(room.door.shown(4).map(\.id) == ["k-0", "k-901", "k-902", "k-1"])
        #expect(room.door.shown(50, named: "gæst 890").map(\.id) == ["k-890"])
        #expect(room.door.shown(1_000).map(\.id) == room.door.waiting.map(\.id))
        #expect(room.door.waitingCount == 902)
    }
}
