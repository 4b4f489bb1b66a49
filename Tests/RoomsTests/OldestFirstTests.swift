import TestSeeds
import Testing

@testable import Rooms

/// What caches forget by.
struct OldestFirstTests {
    /// What can be changed inside an expectation.
    private final class Held<Key: Hashable> {
        private var value: OldestFirst<Key>

        init(limit: Int) { value = OldestFirst(limit: limit) }

        func hold(_ key: Key, _ bytes: Int) -> [Key] { value.hold(key, bytes: bytes) }
        func use(_ key: Key) { value.use(key) }
        func release(_ key: Key) { value.release(key) }
    }

    @Test func `what was used longest ago goes first`() {
        let held = Held<String>(limit: 10)
        #expect(held.hold("a", 4) == [])
        #expect(held.hold("b", 4) == [])
        held.use("a")
        #expect(held.hold("c", 4) == ["b"])
        #expect(held.hold("d", 8) == ["a", "c"])
    }

    @Test func `what is more than the limit by itself goes at once`() {
        let held = Held<String>(limit: 10)
        #expect(held.hold("a", 4) == [])
        #expect(held.hold("b", 11) == ["a", "b"])
        #expect(held.hold("c", 10) == [])
    }

    @Test(arguments: 0..<20) func `what goes is what a plain list would let go of`(seed: Int) {
        var generator = SeededGenerator(seed: UInt64(seed))
        let held = Held<Int>(limit: 100)
        var plain: [(key: Int, bytes: Int)] = []
        for step in 0..<2_000 {
            let key = Int.random(in: 0..<30, using: &generator)
            switch Int.random(in: 0..<10, using: &generator) {
            case 0..<5:
                let bytes = Int.random(in: 0...40, using: &generator)
                plain.removeAll { $0.key == key }
                plain.append((key, bytes))
                var gone: [Int] = []
                while plain.reduce(0, { $0 + $1.bytes }) > 100 { gone.append(plain.removeFirst().key) }
                #expect(held.hold(key, bytes) == gone, "step \(step) of seed \(seed)")
            case 5..<9:
                held.use(key)
                if let place = plain.firstIndex(where: { $0.key == key }) { plain.append(plain.remove(at: place)) }
            default:
                held.release(key)
                plain.removeAll { $0.key == key }
            }
        }
    }
}
