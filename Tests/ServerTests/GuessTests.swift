@testable import Facilitation
import HTTPTypes
import Rooms
import TestLoop
import Testing
import Transport

@testable import Application
@testable import Server

extension ServerTests {
    /// How often join codes and words may be guessed, and who is slowed down by it.
    @Suite struct GuessTests {
        /// Guesses that are wrong and need not wait.
        @ServiceLoop
        private func guessWrong(_ count: Int, at gate: GuessGate, from address: (Int) -> String) async throws {
            for number in 0..<count {
                let guess = try await gate.enter(address(number))
                #expect(!guess.isSlow, "guess \(number) had to wait")
                gate.settle(guess, isRight: false)
            }
        }

        /// Whether a guess from `address` had to wait; turns the clock as long as it does.
        @ServiceLoop
        private func waits(
            _ gate: GuessGate, _ timing: HandTiming, _ address: String, isRight: Bool = false
        ) async throws -> Bool {
            var entered: GuessGate.Guess?
            let task = Task { @ServiceLoop in entered = try await gate.enter(address) }
            while entered == nil {
                await Task.yield()
                timing.advance(by: .milliseconds(10))
            }
            try await task.value
            let guess = try #require(entered)
            gate.settle(guess, isRight: isRight)
            return guess.isSlow
        }

        @Test @ServiceLoop func `after three hundred wrong codes an address waits in line; others do not`()
            async throws
        {
            let timing = HandTiming()
            let gate = GuessGate(limits: AccessLimits(), timing: timing)
            try await guessWrong(300, at: gate) { _ in "192.0.2.1" }
            #expect(try await waits(gate, timing, "192.0.2.1"))
            #expect(try await !waits(gate, timing, "192.0.2.2"))
            timing.advance(by: .seconds(600))
            #expect(try await !waits(gate, timing, "192.0.2.1"))
        }

        @Test @ServiceLoop func `a right code costs nothing`() async throws {
            let timing = HandTiming()
            let gate = GuessGate(limits: AccessLimits(), timing: timing)
            for _ in 0..<1_000 { #expect(try await !waits(gate, timing, "192.0.2.1", isRight: true)) }
        }

        @Test @ServiceLoop
        func `where everybody's wrong codes are spent, who has sent few is still served at once`() async throws {
            let timing = HandTiming()
            let gate = GuessGate(limits: AccessLimits(), timing: timing)
            try await guessWrong(3_000, at: gate) { "192.0.2.\($0 / 300)" }
            try await guessWrong(20, at: gate) { _ in "198.51.100.1" }
            #expect(try await waits(gate, timing, "198.51.100.1"))
            #expect(try await !waits(gate, timing, "198.51.100.2"))
        }

        @Test @ServiceLoop func `IPv6 is counted by what somebody has of it, not by address`() async throws {
            let timing = HandTiming()
            let gate = GuessGate(limits: AccessLimits(), timing: timing)
            try await guessWrong(300, at: gate) { "2001:db8:1:1::\(String($0, radix: 16))" }
            #expect(try await waits(gate, timing, "2001:db8:1:1:ffff::1"), "one /64")
            try await guessWrong(900, at: gate) { "2001:db8:1:\(String(2 + $0, radix: 16))::1" }
            #expect(try await waits(gate, timing, "2001:db8:1:9999::1"), "one /48 has as much as four of them")
            #expect(try await !waits(gate, timing, "2001:db8:2::1"))
            #expect(try await !waits(gate, timing, "::ffff:192.0.2.1"), "an IPv4 address inside IPv6 is that")
        }

        @Test @ServiceLoop func `those who wait are served twenty a second, and more than four hundred come back`()
            async throws
        {
            let timing = HandTiming()
            let gate = GuessGate(limits: AccessLimits(), timing: timing)
            try await guessWrong(300, at: gate) { _ in "192.0.2.1" }
            var (served, refused) = (0, 0)
            let tasks = (0..<450).map { _ in
                Task { @ServiceLoop in
                    do {
                        gate.settle(try await gate.enter("192.0.2.1"), isRight: false)
                        served += 1
                    } catch let problem as Problem {
                        #expect(problem.status == .tooManyRequests && problem.headerFields.first?.name == .retryAfter)
                        refused += 1
                    }
                }
            }
            while refused < 50 { await Task.yield() }
            for _ in 0..<100 {
                timing.advance(by: .milliseconds(10))
                for _ in 0..<20 { await Task.yield() }
            }
            #expect((15...21).contains(served), "\(served) in a second")
            while served < 400 {
                timing.advance(by: .milliseconds(10))
                await Task.yield()
            }
            for task in tasks { try await task.value }
            #expect(refused == 50)
        }

        @Test @ServiceLoop func `lines are served in turn: who waits behind one address waits for no other`()
            async throws
        {
            let timing = HandTiming()
            let gate = GuessGate(limits: AccessLimits(), timing: timing)
            try await guessWrong(600, at: gate) { "192.0.2.\($0 / 300)" }
            let flood = (0..<200).map { _ in
                Task { @ServiceLoop in gate.settle(try await gate.enter("192.0.2.0"), isRight: false) }
            }
            await Task.yield()
            let began = timing.instant
            #expect(try await waits(gate, timing, "192.0.2.1", isRight: true))
            #expect(began.duration(to: timing.instant) < .seconds(1))
            for task in flood {
                var isOver = false
                Task { @ServiceLoop in
                    try await task.value
                    isOver = true
                }
                while !isOver {
                    timing.advance(by: .milliseconds(10))
                    await Task.yield()
                }
            }
        }

        @Test @ServiceLoop func `however many addresses guess, a bounded number is remembered, the worst longest`()
            async throws
        {
            var limits = AccessLimits()
            (limits.addresses, limits.failures) = (100, 1_000_000)
            let timing = HandTiming()
            let gate = GuessGate(limits: limits, timing: timing)
            try await guessWrong(300, at: gate) { _ in "192.0.2.1" }
            try await guessWrong(5_000, at: gate) { "198.51.\($0 / 250).\($0 % 250)" }
            let buckets = Mirror(reflecting: gate).children.first { $0.label == "buckets" }
            #expect((buckets?.value as? [ClientNetwork: TokenBucket])?.count ?? .max <= 100)
            #expect(try await waits(gate, timing, "192.0.2.1"))
        }

        @Test @ServiceLoop func `words are counted by address and session, and a new word begins anew`() {
            var words = WordGuesses(limits: AccessLimits())
            let now = ContinuousClock.now
            func wrong(_ count: Int, from address: String) {
                for _ in 0..<count { words.noteWrong("ord", of: "s-1", from: address, now: now) }
            }
            func mayTry(_ word: String = "ord", of session: String = "s-1", from address: String) -> Bool {
                words.mayTry(word, of: session, from: address, now: now)
            }
            wrong(99, from: "192.0.2.1")
            #expect(mayTry(from: "192.0.2.1"))
            wrong(1, from: "192.0.2.1")
            #expect(!mayTry(from: "192.0.2.1"))
            #expect(mayTry(from: "192.0.2.2") && mayTry(of: "s-2", from: "192.0.2.1"))
            wrong(100, from: "192.0.2.2")
            #expect(!mayTry(from: "192.0.2.3"), "two hundred in all")
            #expect(mayTry("nyt ord", from: "192.0.2.1"))
        }

        @Test @ServiceLoop func `a crowd that comes in the same instant is let in, however many`() async throws {
            let gate = GuessGate(limits: AccessLimits(), timing: HandTiming())
            var (entered, slow) = (0, 0)
            let tasks = (0..<700).map { _ in
                Task { @ServiceLoop in
                    let guess = try await gate.enter("192.0.2.1")
                    await Task.yield()
                    entered += 1
                    if guess.isSlow { slow += 1 }
                    gate.settle(guess, isRight: true)
                }
            }
            for task in tasks { try await task.value }
            #expect(entered == 700 && slow == 0)
        }

        @Test @ServiceLoop
        func `of words sent at once no more are compared than may be, and who has the right one then knocks`()
            async throws
        {
            let bench = try await ServerBench.withExample()
            let room = try await bench.components.rooms.session("s-1")
            try await room.perform(
                SetLobby(Lobby(mode: .passphrase, passphrase: "blå bog")), by: Actor(role: .facilitator))
            let code = try await bench.joinCode(of: "s-1")
            func join(_ word: String, from address: String = "192.0.2.7") async throws -> Int {
                let person = #""displayName":"A","unitId":"u-skole","function":"B""#
                let body = #"{"joinCode":"\#(code)",\#(person),"passphrase":"\#(word)"}"#
                return try await bench.send(.post, "/join", body: body, from: address).status
            }
            let guesses = (0..<400).map { number in Task { @ServiceLoop in try await join("ord \(number)") } }
            var statuses: [Int: Int] = [:]
            for guess in guesses { statuses[try await guess.value, default: 0] += 1 }
            #expect(statuses == [403: 100, 202: 300])
            #expect(try await join("blå bog") == 202, "not read any more")
            #expect(try await join("blå bog", from: "192.0.2.8") == 201)
        }
    }
}
