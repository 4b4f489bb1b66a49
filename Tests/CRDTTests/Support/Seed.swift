import Foundation

/// Seeds of random tests: `SAMSPIL_SEED` in the environment replays one.
enum Seed {
    static func choose() -> UInt64 {
        if let text = ProcessInfo.processInfo.environment["SAMSPIL_SEED"], let seed = UInt64(text) { return seed }
        return UInt64.random(in: 0..<1 << 32)
    }

    /// `SAMSPIL_OPERATIONS` makes a random test longer than its usual length.
    static func operations(usually count: Int) -> Int {
        ProcessInfo.processInfo.environment["SAMSPIL_OPERATIONS"].flatMap(Int.init) ?? count
    }
}

extension Seed {
    /// A seed that is printed with what it is for.
    static func announced(_ test: String) -> UInt64 {
        let seed = choose()
        print("\(test): SAMSPIL_SEED=\(seed)")
        return seed
    }
}
