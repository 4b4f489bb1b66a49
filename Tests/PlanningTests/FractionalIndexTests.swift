import TestSeeds
import Planning
import Testing

@Suite struct FractionalIndexTests {
    @Test func `positions made together are in order and never end in 0`() {
        for count in [0, 1, 2, 30, 31, 32, 61, 62, 500, 4_000] {
            let positions = FractionalIndex.sequence(count)
            #expect(positions.count == count && Set(positions).count == count)
            #expect(zip(positions, positions.dropFirst()).allSatisfy { $0.utf8.lexicographicallyPrecedes($1.utf8) })
            #expect(positions.allSatisfy { !$0.hasSuffix("0") && !$0.isEmpty })
        }
    }

    @Test func `there is always room between two positions`() {
        let seed = UInt64.random(in: .min ... .max)
        print("seed \(seed)")
        var generator = SeededGenerator(seed: seed)
        var positions = FractionalIndex.sequence(3)
        for _ in 0..<2_000 {
            let index = Int.random(in: 0...positions.count, using: &generator)
            let lower = index > 0 ? positions[index - 1] : nil
            let upper = index < positions.count ? positions[index] : nil
            let made = FractionalIndex.between(lower, upper)
            if let lower { #expect(lower.utf8.lexicographicallyPrecedes(made.utf8), "seed \(seed)") }
            if let upper { #expect(made.utf8.lexicographicallyPrecedes(upper.utf8), "seed \(seed)") }
            positions.insert(made, at: index)
        }
        #expect(positions.map(\.utf8.count).max() ?? 0 < 100)
    }

    @Test(arguments: [("a", "a"), ("b", "a"), ("æ", "å"), ("", ""), ("a", "a0"), ("zzz", "zzz")])
    func `positions that leave no room still give one after the lower`(_ pair: (String, String)) {
        let made = FractionalIndex.between(pair.0, pair.1)
        #expect(!made.isEmpty)
    }
}
