import TestSeeds

/// What random work is made from: a seed printed by a failing test gives the same run again.
struct RepeatableRandom: RandomNumberGenerator {
    private var generator: SeededGenerator
    /// Whether only such content is made as Yrs can hold, too; see `commonOnly` in `oracle.js`.
    var isCommon = false

    init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

    mutating func next() -> UInt64 { generator.next() }

    mutating func below(_ bound: Int) -> Int {
        bound <= 1 ? 0 : Int(next() % UInt64(bound))
    }

    mutating func chance(_ percent: Int) -> Bool {
        below(100) < percent
    }

    mutating func pick<Element>(_ elements: [Element]) -> Element {
        elements[below(elements.count)]
    }
}
