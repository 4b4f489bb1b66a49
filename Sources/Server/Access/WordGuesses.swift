import Application
import Rooms
import Transport

/// Wrong words at the doors of sessions that ask for one. A word that is said in a room is short and can be guessed, so
/// its limit holds strictly: it is asked, the word compared and the failure counted in one turn of the loop, after
/// everything that had to be waited for.
///
/// Where the limit is reached no word opens any more, the right one neither, for those it holds for: who comes is put
/// at the door, and those who lead let people in one by one, or set another word, which begins anew. So nobody who was
/// told the word is kept out by somebody who guesses. In memory: a restart forgives what was wrong.
struct WordGuesses {
    /// One session's count, for the word that opens it now: with another word everybody begins anew.
    private struct Door {
        let word: String
        var all: TokenBucket
        var networks: [ClientNetwork: TokenBucket] = [:]
    }

    /// More sessions with wrong words at the same time than a server has sessions on a day.
    private static let mostDoors = 10_000
    private static let secondsPerDay = 86_400.0

    private let limits: AccessLimits
    private var doors: [String: Door] = [:]

    init(limits: AccessLimits) { self.limits = limits }

    /// Whether a word may still be tried.
    ///
    /// - Parameter word: the one that opens the door now.
    func mayTry(_ word: String, of session: String, from address: String, now: ContinuousClock.Instant) -> Bool {
        guard let door = doors[session], door.word == word else { return true }
        return door.all.allows(at: now) && door.networks[ClientNetwork(address)]?.allows(at: now) ?? true
    }

    /// Notes a wrong one.
    mutating func noteWrong(_ word: String, of session: String, from address: String, now: ContinuousClock.Instant) {
        let network = ClientNetwork(address)
        let known = doors[session].flatMap { $0.word == word ? $0 : nil }
        var door = known ?? Door(word: word, all: bucket(limits.wrongWords, now))
        door.all.spend(at: now)
        door.networks[network, default: bucket(limits.wrongWordsPerAddress, now)].spend(at: now)
        if doors[session] == nil, doors.count >= Self.mostDoors { makeRoom(now) }
        doors[session] = door
    }

    /// Full, and full again a day after it was emptied.
    private func bucket(_ count: Int, _ now: ContinuousClock.Instant) -> TokenBucket {
        TokenBucket(capacity: count, perSecond: Double(count) / Self.secondsPerDay, now: now)
    }

    /// Forgets the half of the doors at which least was wrong.
    private mutating func makeRoom(_ now: ContinuousClock.Instant) {
        let most = doors.sorted { $0.value.all.spent(at: now) > $1.value.all.spent(at: now) }
        doors = Dictionary(uniqueKeysWithValues: most.prefix(Self.mostDoors / 2).map { ($0.key, $0.value) })
    }
}
