/// Who works now and who waits, of all who want documents made: shared by person and session, the shortest first. No
/// I/O and no clock.
///
/// A place that becomes free goes to whoever has the fewest places now, then to the session that has the fewest, then
/// to the smallest work. What others were let in front of often enough goes before smaller work. Large work leaves a
/// place to small work, where there is more than one.
package struct TurnQueue: Sendable {
    /// What becomes of somebody who asks for a turn.
    package enum Answer: Sendable, Hashable {
        case go, wait
        /// This person, or this person's session, has as many waiting as they may: others have room.
        case fullForAsker
        /// As many wait as may, of all people.
        case full
    }

    /// What waits for its turn.
    private struct Work: Sendable {
        let id: Int
        let asker: Asker
        let size: Int
        /// How many who came later went before.
        var passed = 0
    }

    /// So often others go before; small work takes a second or two.
    private static let patience = 8

    private let limits: TurnLimits
    private var running: [Work] = []
    /// In the order they came.
    private var waiting: [Work] = []

    package init(limits: TurnLimits) {
        self.limits = limits
    }

    package var runningCount: Int { running.count }
    package var waitingCount: Int { waiting.count }

    /// - Parameters:
    ///   - id: larger than any before.
    ///   - size: how much there is to do, in bytes of text or what is like it.
    package mutating func ask(_ id: Int, by asker: Asker, size: Int) -> Answer {
        let work = Work(id: id, asker: asker, size: size)
        if waiting.isEmpty || !waiting.contains(where: mayRun), mayRun(work) {
            running.append(work)
            return .go
        }
        guard waiting.count < limits.waiting else { return .full }
        let own = waiting.count { $0.asker.person == asker.person }
        guard own < limits.waitingPerPerson else { return .fullForAsker }
        if let group = asker.group {
            // One session's people fill half of the room at most.
            let groups = waiting.count { $0.asker.group == group }
            guard groups < max(limits.waitingPerPerson, limits.waiting / 2) else { return .fullForAsker }
        }
        waiting.append(work)
        return .wait
    }

    /// Ends work, or its waiting.
    ///
    /// - Returns: whose turn it is now.
    package mutating func leave(_ id: Int) -> [Int] {
        running.removeAll { $0.id == id }
        waiting.removeAll { $0.id == id }
        var started: [Int] = []
        while let next = next() {
            let work = waiting.remove(at: next)
            for index in 0..<next { waiting[index].passed += 1 }
            running.append(work)
            started.append(work.id)
        }
        return started
    }

    private func mayRun(_ work: Work) -> Bool {
        guard running.count < limits.running else { return false }
        guard isLarge(work) else { return true }
        return running.count(where: isLarge) < max(1, limits.running - 1)
    }

    private func isLarge(_ work: Work) -> Bool { work.size > limits.smallBytes }

    private func next() -> Int? {
        waiting.indices.filter { mayRun(waiting[$0]) }.min { rank(waiting[$0]) < rank(waiting[$1]) }
    }

    private func rank(_ work: Work) -> (Int, Int, Int, Int, Int) {
        (
            running.count { $0.asker.person == work.asker.person },
            work.asker.group.map { group in running.count { $0.asker.group == group } } ?? 0,
            work.passed >= Self.patience ? 0 : 1, work.passed >= Self.patience ? 0 : work.size, work.id
        )
    }
}

/// Who wants something made.
package struct Asker: Sendable, Hashable {
    package let person: String
    /// The session or the week it is for; people of one share.
    package let group: String?

    package init(person: String, group: String? = nil) {
        self.person = person
        self.group = group
    }
}

/// How many work at the same time, and how many wait for it.
package struct TurnLimits: Sendable, Hashable {
    package var running: Int
    /// In all.
    package var waiting: Int
    package var waitingPerPerson: Int
    /// Work above this is large, and leaves a place to what is not.
    package var smallBytes: Int

    package init(running: Int, waiting: Int, waitingPerPerson: Int, smallBytes: Int) {
        self.running = running
        self.waiting = waiting
        self.waitingPerPerson = waitingPerPerson
        self.smallBytes = smallBytes
    }
}
