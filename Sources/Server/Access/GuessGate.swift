import Application
import HTTPTypes
import Rooms
import Transport

/// Lets join codes be looked up: at once while few were wrong, one after another where many were. A right code is never
/// refused for the wrong ones of others; whoever guesses is slowed down.
///
/// A code has 40 bits, and whoever may look up without end finds one: of a hundred codes that hold, among 32⁸, 10,000
/// guesses a second find one in twelve days. So look-ups are bounded, not answers (an answer given later to a wrong
/// code than to a right one would tell which is which):
///
/// - Each look-up is paid *before* it is made, in the same turn of the loop as the question whether it may be, so that
///   guesses sent at once are as many as guesses sent one by one. A right code gets its pay back: only what is wrong
///   counts, and 3,000 people behind one address need no more than the 150 who mistype.
/// - A ``ClientNetwork`` pays from its own bucket and from everybody's (``AccessLimits/failuresPerAddress`` and
///   ``AccessLimits/failures`` in a window). Where everybody's is empty, a network that has spent less than
///   ``grace`` goes in all the same: a flood from a thousand addresses does not slow down those who are new.
/// - A client that cannot pay waits in the network's line. Lines are served in turn, ``AccessLimits/slowGuesses`` a
///   second in all, each at most ``AccessLimits/slowGuessesPerAddress``; a right code in it costs nothing, and the next
///   is served at once. A wrong one is answered 429. Lines are bounded; beyond that one is asked to come back in a
///   moment.
///
/// What is left to a guesser: 20 codes a second from one address, 17 years for one of a hundred codes; 100 a second
/// from everywhere, three years and a half; and 10,000 addresses that keep below the grace have 330 a second on top,
/// ten months. A code holds for some weeks, whoever comes by one is seen by those who lead, and `/metrics` counts the
/// 404s and 429s. Personal links have 256 bits and pass no gate: nobody finds one at any rate, so no wrong one may keep
/// a right one out.
///
/// IPv6 is counted by /64, and by /48 four times that: an address there costs nothing.
///
/// *Rejected*: refusing an address for some minutes after so many wrong codes (a handful of people shuts out a town
/// hall, and ten addresses everybody); letting right codes through at any rate (then all are looked up at any rate);
/// telling browsers apart by cookie (a new one is free).
@ServiceLoop
final class GuessGate {
    /// Permission for one look-up, paid for. Say what came of it with ``settle(_:isRight:)``.
    struct Guess: Sendable {
        fileprivate let networks: [ClientNetwork]
        /// Whether it had to wait: its network has been wrong too often.
        let isSlow: Bool
    }

    /// Wrong codes in a window that a network may send whatever others do: a dozen people who mistype.
    static let grace = 20.0
    /// How many times a /64 a /48 may be wrong.
    private static let siteShare = 4

    private struct Waiting {
        let networks: [ClientNetwork]
        /// Resumed with whether it was slow.
        let continuation: CheckedContinuation<Bool, Never>
    }

    /// Those of a network who wait, first first.
    private struct Line {
        var waiting: [Waiting] = []
        var servedAt: ContinuousClock.Instant?
    }

    private let limits: AccessLimits
    private let timing: any LoopTiming
    /// Everybody's, beside each network's own.
    private var all: TokenBucket
    private var buckets: [ClientNetwork: TokenBucket] = [:]
    private var lines: [ClientNetwork: Line] = [:]
    /// The lines in the order in which they are served.
    private var turns: [ClientNetwork] = []
    /// In all lines, for ``AccessLimits/waitingGuesses``.
    private var waiting = 0
    /// Whether a timer for the next turn is set: one at a time, however many lines there are.
    private var isServing = false

    init(limits: AccessLimits, timing: any LoopTiming) {
        self.limits = limits
        self.timing = timing
        all = TokenBucket(capacity: limits.failures, perSecond: Self.rate(limits.failures, limits), now: timing.instant)
    }

    // MARK: Asking

    /// Returns when a code may be looked up for somebody at `address`.
    ///
    /// - Throws: `Problem` 429 when too many wait.
    func enter(_ address: String) async throws -> Guess {
        let network = ClientNetwork(address)
        let networks = [network] + (network.site.map { [$0] } ?? [])
        if pay(networks) { return Guess(networks: networks, isSlow: false) }
        return Guess(networks: networks, isSlow: try await wait(in: network.site ?? network, as: networks))
    }

    /// Says whether what was looked up was right, or never looked up.
    func settle(_ guess: Guess, isRight: Bool) {
        guard isRight else { return }
        if guess.isSlow { return serveNext(guess.networks.last) }
        let now = timing.instant
        all.giveBack(at: now)
        for network in guess.networks { buckets[network]?.giveBack(at: now) }
        // What came back goes to who waits: a crowd that comes in the same instant goes in as fast as it is looked up.
        if let line = guess.networks.last, let first = lines[line]?.waiting.first, pay(first.networks) {
            lines[line]?.waiting.removeFirst()
            waiting -= 1
            first.continuation.resume(returning: false)
        }
    }

    // MARK: Paying

    /// Takes one from each bucket of a client, or nothing at all.
    ///
    /// - Parameter networks: the client's own, and behind it the /48 of an IPv6 address.
    /// - Returns: whether it was paid. Where everybody's bucket is empty, a network within ``grace`` pays from its own
    ///   alone.
    private func pay(_ networks: [ClientNetwork]) -> Bool {
        let now = timing.instant
        let own = networks.enumerated().map { place, network in
            buckets[network] ?? bucket(times: place == 0 ? 1 : Self.siteShare)
        }
        guard own.allSatisfy({ $0.allows(at: now) }) else { return false }
        let isNew = zip(own, [1, Self.siteShare]).allSatisfy { $0.spent(at: now) < Self.grace * Double($1) }
        guard isNew || all.allows(at: now) else { return false }
        if all.allows(at: now) { all.spend(at: now) }
        for (network, bucket) in zip(networks, own) {
            if buckets[network] == nil { buckets.makeRoom(most: limits.addresses, at: now) }
            var bucket = bucket
            bucket.spend(at: now)
            buckets[network] = bucket
        }
        return true
    }

    /// A full one; `share` is how many networks of the first kind it counts for.
    private func bucket(times share: Int) -> TokenBucket {
        let count = limits.failuresPerAddress * share
        return TokenBucket(capacity: count, perSecond: Self.rate(count, limits), now: timing.instant)
    }

    /// Tokens a second, so that an empty bucket is full again after one window.
    private static func rate(_ count: Int, _ limits: AccessLimits) -> Double {
        Double(count) / max(0.001, limits.window / .seconds(1))
    }

    // MARK: Waiting

    /// Puts the caller at the end of a network's line, and returns when it is served.
    ///
    /// - Returns: true where it was served slowly, without paying; false where a right code before it gave its pay
    ///   back.
    /// - Throws: `Problem` 429 where this line or all of them together are full.
    private func wait(in network: ClientNetwork, as networks: [ClientNetwork]) async throws -> Bool {
        guard waiting < limits.waitingGuesses,
            lines[network]?.waiting.count ?? 0 < limits.waitingGuessesPerAddress
        else { throw Problem.tooManyGuesses }
        waiting += 1
        if lines[network] == nil { turns.append(network) }
        return await withCheckedContinuation { continuation in
            lines[network, default: Line()].waiting.append(Waiting(networks: networks, continuation: continuation))
            serveLater()
        }
    }

    /// Sets the timer of the next turn while somebody waits. Nothing runs when all lines are empty.
    private func serveLater() {
        guard !isServing, !turns.isEmpty else { return }
        isServing = true
        timing.after(.seconds(1) / limits.slowGuesses) { [weak self] in
            guard let self else { return }
            isServing = false
            serveTurn()
            serveLater()
        }
    }

    /// Serves the next line that has not been served too lately.
    private func serveTurn() {
        let (now, pause) = (timing.instant, Duration.seconds(1) / limits.slowGuessesPerAddress)
        guard
            let place = turns.firstIndex(where: { network in
                lines[network]?.servedAt.map { now - $0 >= pause } ?? true
            })
        else { return }
        serveNext(turns[place])
    }

    /// Lets the first of a line in, and puts the line behind the others.
    private func serveNext(_ network: ClientNetwork?) {
        guard let network, let place = turns.firstIndex(of: network) else { return }
        turns.remove(at: place)
        guard var line = lines[network], !line.waiting.isEmpty else {
            lines[network] = nil
            return
        }
        let first = line.waiting.removeFirst()
        line.servedAt = timing.instant
        lines[network] = line
        turns.append(network)
        waiting -= 1
        first.continuation.resume(returning: true)
    }
}

extension Problem {
    /// For who guesses, and for who shares the line with somebody who does.
    static let tooManyGuesses: Problem = {
        var problem = Problem(
            .tooManyRequests, "too-many-requests",
            "Der bliver prøvet mange koder fra dit netværk. Se efter, om din er rigtig, og prøv igen om lidt. "
                + "Facilitatoren kan også give dig et personligt link.",
            en: "Many codes are being tried from your network. Check yours and try again in a moment. The facilitator "
                + "can also give you a personal link.")
        problem.headerFields = [HTTPField(name: .retryAfter, value: "5")]
        return problem
    }()
}
