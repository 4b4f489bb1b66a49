import Facilitation
import Planning
import TestLoop
import Testing
import Transport

@testable import Rooms

extension RoomsTests {
    /// How much one person may send.
    @Suite struct BudgetTests {
        @Test func `a bucket gives its burst at once and then what comes back, and no more after a long while`() {
            let start = ContinuousClock.now
            var bucket = TokenBucket(capacity: 10, perSecond: 2, now: start)
            var taken = (0..<12).map { _ in bucket.take(at: start) }
            taken.append(bucket.take(at: start + .milliseconds(499)))
            taken.append(bucket.take(at: start + .milliseconds(500)))
            #expect(taken == Array(repeating: true, count: 10) + [false, false, false, true])
            let full = [bucket.isFull(at: start + .seconds(5)), bucket.isFull(at: start + .seconds(3600))]
            #expect(full == [false, true])
            let later = (0..<12).map { _ in bucket.take(at: start + .seconds(3600)) }
            #expect(later.count { $0 } == 10)
        }

        @Test func `what is larger than a bucket takes all of it, and what it owes comes back before anything else`() {
            let start = ContinuousClock.now
            var bucket = TokenBucket(capacity: 10, perSecond: 2, now: start)
            let taken = [(1, 0), (25, 0), (25, 1_000), (1, 8_900), (1, 9_000)].map { amount, milliseconds in
                bucket.take(amount, at: start + .milliseconds(milliseconds))
            }
            #expect(taken == [true, false, true, false, true])
        }

        @Test func `a clock that stands or goes back gives nothing`() {
            let start = ContinuousClock.now
            var bucket = TokenBucket(capacity: 2, perSecond: 1_000, now: start)
            let taken = [bucket.take(2, at: start), bucket.take(at: start), bucket.take(at: start - .seconds(5))]
            #expect(taken == [true, false, false])
        }

        private static func raise(_ number: Int) -> String {
            number.isMultiple(of: 2) ? #"{"kind":"raiseHand"}"# : #"{"kind":"lowerHand"}"#
        }

        @Test @ServiceLoop func `a person's commands are counted together, whatever connection they come by`()
            async throws
        {
            let bench = try await Bench.make { $0.waitingCommands = 1_000 }
            let session = try await bench.session()
            let other = Actor(role: .participant, participantID: "p2", unitID: "u-skole", function: "Lærer")
            var answered = 0
            for _ in 0..<4 {
                let peer = bench.join(session, as: Bench.teacher)
                for number in 0..<30 { session.receive(command: Self.raise(number), id: "\(number)", from: peer) }
                try await bench.until("answered") {
                    peer.texts("accepted").count + peer.texts("refused").count == 30
                }
                answered += peer.texts("accepted").count
                #expect(peer.texts("refused").allSatisfy { $0["code"]?.string == "tooMany" })
                #expect(peer.closeCode == nil)
                session.leave(peer.id)
            }
            #expect(answered == bench.limits.commandBurst)
            let neighbour = bench.join(session, as: other)
            session.receive(command: Self.raise(0), from: neighbour)
            try await bench.until("another person's") { neighbour.texts("accepted").count == 1 }
            #expect(throws: Refusal(.tooMany)) {
                try session.countCommand(by: .participant("p1"))
            }
            bench.timing.advance(by: .seconds(1))
            #expect(
                (0..<60).count { _ in (try? session.countCommand(by: .participant("p1"))) != nil }
                    == bench.limits.commandsPerSecond)
        }

        @Test @ServiceLoop func `a person who works as fast as hands allow for an hour is never refused`()
            async throws
        {
            let bench = try await Bench.make { $0.waitingCommands = 1_000 }
            let session = try await bench.session()
            let peer = bench.join(session, as: Bench.teacher)
            for minute in 0..<60 {
                for number in 0..<40 { session.receive(command: Self.raise(number), id: "\(number)", from: peer) }
                try await bench.until("answered in minute \(minute)") { peer.texts("accepted").count == 40 }
                #expect(peer.texts("refused").isEmpty)
                peer.forget()
                bench.timing.advance(by: .seconds(10))
            }
        }

        @Test(arguments: [#"{"type":"ping"}"#, #"{"type":"command","id":"1","command":{"kind":"x"}}"#])
        @ServiceLoop func `a connection that goes on after it was told is closed`(text: String) async throws {
            let bench = try await Bench.make()
            let session = try await bench.session()
            let peer = bench.join(session, as: Actor(role: .observer))
            for _ in 0..<(2 * bench.limits.commandBurst) { session.receive(text, from: peer.id) }
            #expect(peer.closeCode == nil)
            session.receive(text, from: peer.id)
            #expect(peer.closeCode == CloseCode.tooMany)
        }

        @Test @ServiceLoop func `large commands count as several, and what is too large now is not even read`()
            async throws
        {
            let bench = try await Bench.make()
            let session = try await bench.session()
            let peer = bench.join(session)
            let words = String(repeating: "x", count: 15 * bench.limits.commandBytes)
            let command = #"{"kind":"sayToAll","text":"\#(words)"}"#
            for _ in 0..<4 { session.receive(command: command, from: peer) }
            try await bench.until("answered") { peer.texts("refused").count == 4 }
            #expect(peer.texts("refused").compactMap { $0["code"]?.string }.count { $0 == "tooMany" } == 1)
            #expect(peer.closeCode == nil)
            session.receive(command: #"{"kind":"sayToAll","text":"\#(words + words)"}"#, from: peer)
            #expect(peer.closeCode == CloseCode.tooMany)
        }

        @Test @ServiceLoop func `reactions are a person's too, and what nobody uses is forgotten`() async throws {
            let bench = try await Bench.make()
            let session = try await bench.session()
            let press = #"{"type":"react","id":"r","reaction":"agree"}"#
            let (phone, laptop) = (bench.join(session, as: Bench.teacher), bench.join(session, as: Bench.teacher))
            session.receive(press, from: phone.id)
            session.receive(press, from: laptop.id)
            #expect(phone.texts("accepted").count == 1)
            #expect(laptop.texts("refused").compactMap { $0["code"]?.string } == ["tooMany"])
            #expect(session.budgets.count == 1)
            bench.timing.advance(by: .seconds(10))
            bench.rooms.tidy()
            #expect(session.budgets.isEmpty)
        }
    }
}
