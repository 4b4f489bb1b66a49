import Conversion
import Synchronization
import TestSeeds
import Testing

/// Who gets a place when, on its own and under random loads.
@Suite struct TurnTests {
    private static let limits = TurnLimits(running: 2, waiting: 40, waitingPerPerson: 8, smallBytes: 1000)
    private let large = 1_000_000
    private let small = 100

    @Test func `somebody's small document does not wait for two large ones of one person`() {
        var queue = TurnQueue(limits: Self.limits)
        let heavy = Asker(person: "heavy", group: "s-1")
        #expect(queue.ask(1, by: heavy, size: large) == .go)
        #expect(queue.ask(2, by: heavy, size: large) == .wait, "one place is kept for what is small")
        #expect(queue.ask(3, by: Asker(person: "other", group: "s-1"), size: small) == .go)
        #expect(queue.leave(3).isEmpty)
        #expect(queue.leave(1) == [2])
    }

    @Test func `a free place goes to whoever has none, then to the session that has fewest, then to the smallest`() {
        var queue = TurnQueue(limits: Self.limits)
        #expect(queue.ask(1, by: Asker(person: "a", group: "s-1"), size: small) == .go)
        #expect(queue.ask(2, by: Asker(person: "b", group: "s-2"), size: small) == .go)
        #expect(queue.ask(3, by: Asker(person: "a", group: "s-1"), size: 1) == .wait)
        #expect(queue.ask(4, by: Asker(person: "c", group: "s-1"), size: 50) == .wait)
        #expect(queue.ask(5, by: Asker(person: "d", group: "s-3"), size: 900) == .wait)
        #expect(queue.ask(6, by: Asker(person: "e", group: "s-3"), size: 800) == .wait)
        #expect(queue.leave(2) == [6], "of the session that has none, the smaller")
        #expect(queue.leave(6) == [5], "session 3 has none again")
        #expect(queue.leave(5) == [4], "c has none, a has one")
    }

    @Test func `who fills their own share of the waiting room is told so, and others find room`() {
        var queue = TurnQueue(limits: Self.limits)
        let greedy = Asker(person: "greedy", group: "s-1")
        for id in 1...10 { #expect(queue.ask(id, by: greedy, size: small) == (id <= 2 ? .go : .wait)) }
        #expect(queue.ask(11, by: greedy, size: small) == .fullForAsker)
        // Others of the same session, until half of the room is the session's.
        var id = 20
        while queue.waitingCount < 20 {
            id += 1
            #expect(queue.ask(id, by: Asker(person: "p\(id)", group: "s-1"), size: small) == .wait)
        }
        #expect(queue.ask(100, by: Asker(person: "p100", group: "s-1"), size: small) == .fullForAsker)
        #expect(queue.ask(101, by: Asker(person: "elsewhere", group: "s-2"), size: small) == .wait)
    }

    @Test func `large work is passed over a few times and not for ever`() {
        var queue = TurnQueue(limits: TurnLimits(running: 1, waiting: 40, waitingPerPerson: 8, smallBytes: 1000))
        #expect(queue.ask(1, by: Asker(person: "first"), size: small) == .go)
        #expect(queue.ask(2, by: Asker(person: "patient"), size: large) == .wait)
        var (running, rounds) = (1, 0)
        while running != 2 {
            rounds += 1
            let id = 2 + rounds
            #expect(queue.ask(id, by: Asker(person: "quick\(rounds)"), size: small) == .wait)
            running = queue.leave(running).first ?? 0
            guard rounds < 100 else { break }
        }
        #expect(rounds <= 10, "it waited for \(rounds)")
    }

    /// What must hold whatever happens, in loads drawn from a seed.
    @Test(arguments: [1, 2, 3, 7])
    func `no place stays empty, none is given twice, and everybody's turn comes`(places: Int) {
        let seed = UInt64(20_270_300 + places)
        print("seed \(seed)")
        var random = SeededGenerator(seed: seed)
        for _ in 0..<60 {
            let limits = TurnLimits(
                running: places, waiting: Int.random(in: 0...30, using: &random),
                waitingPerPerson: Int.random(in: 1...6, using: &random), smallBytes: 1000)
            var queue = TurnQueue(limits: limits)
            var (running, waiting): ([Int: Int], [Int: Int]) = ([:], [:])
            var people: [Int: String] = [:]
            for id in 1...300 {
                if Bool.random(using: &random) || running.isEmpty {
                    let person = "p\(Int.random(in: 0...5, using: &random))"
                    let size = Bool.random(using: &random) ? 10 : 5000
                    people[id] = person
                    switch queue.ask(id, by: Asker(person: person, group: "s\(id % 3)"), size: size) {
                    case .go: running[id] = size
                    case .wait: waiting[id] = size
                    case .full: #expect(waiting.count == limits.waiting)
                    case .fullForAsker: #expect(!waiting.isEmpty)
                    }
                } else {
                    // One that runs ends, or one that waits gives up.
                    let isGivingUp = Int.random(in: 0..<4, using: &random) == 0
                    let from = (isGivingUp && !waiting.isEmpty ? waiting : running).keys.sorted()
                    let gone = from[Int.random(in: from.indices, using: &random)]
                    (running[gone], waiting[gone]) = (nil, nil)
                    for next in queue.leave(gone) {
                        #expect(running[next] == nil)
                        let size = waiting.removeValue(forKey: next)
                        #expect(size != nil, "\(next) did not wait")
                        running[next] = size
                    }
                }
                #expect(running.count <= places && waiting.count <= limits.waiting)
                #expect(queue.runningCount == running.count && queue.waitingCount == waiting.count)
                let large = running.values.count { $0 > limits.smallBytes }
                #expect(large <= max(1, places - 1))
                let eligible = waiting.values.contains { $0 <= limits.smallBytes || large < max(1, places - 1) }
                #expect(running.count == places || !eligible, "a place is empty and somebody waits")
                for (person, own) in Dictionary(grouping: waiting.keys, by: { people[$0] ?? "" }) {
                    #expect(own.count <= limits.waitingPerPerson, "\(person)")
                }
            }
            while let any = running.keys.min() {
                running[any] = nil
                for next in queue.leave(any) { running[next] = waiting.removeValue(forKey: next) }
            }
            #expect(waiting.isEmpty, "somebody's turn never came")
        }
    }

    private final class Names: Sendable {
        private let names = Mutex<[String]>([])

        func add(_ name: String) { names.withLock { $0.append(name) } }
        var all: [String] { names.withLock { $0 } }
    }

    @Test func `who is cancelled while waiting gives the place to the next, and never works`() async throws {
        let turns = Turns(limits: TurnLimits(running: 1, waiting: 10, waitingPerPerson: 8, smallBytes: 1000))
        let (done, opened) = (Names(), Names())
        func work(_ name: String) -> Task<Void, any Error> {
            Task {
                try await turns.take(by: Asker(person: name), size: 1) {
                    done.add(name)
                    // The place is taken until both others wait, however long they take to come.
                    while opened.all.isEmpty { try await Task.sleep(for: .milliseconds(5)) }
                }
            }
        }
        let first = work("first")
        while await turns.counts.running == 0 { await Task.yield() }
        let second = work("second")
        while await turns.counts.waiting < 1 { await Task.yield() }
        let third = work("third")
        while await turns.counts.waiting < 2 { await Task.yield() }
        second.cancel()
        await #expect(throws: CancellationError.self) { try await second.value }
        opened.add("opened")
        try await first.value
        try await third.value
        #expect(done.all == ["first", "third"])
        let counts = await turns.counts
        #expect(counts.running == 0 && counts.waiting == 0)
    }
}
