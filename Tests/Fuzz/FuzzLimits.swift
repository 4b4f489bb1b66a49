import Foundation

/// What one input may cost. libFuzzer's own limits are in whole seconds and for the whole process.
enum FuzzLimits {
    /// Time of this thread's own work, in nanoseconds: 50 ms, although the address sanitizer makes everything slower.
    static let time: UInt64 = 50_000_000
    /// Growth of the process' peak, in KiB.
    static let memory = 64 << 10

    static func check(_ body: () -> Void) {
        let peak = peakMemory()
        // Where the machine is crowded, an input is slow only if it is slow whenever it is tried.
        var taken = time(of: body)
        for _ in 0..<9 where taken > time { taken = min(taken, time(of: body)) }
        Finding.expect(taken <= time, "an input took \(taken / 1_000_000) ms")
        let grown = peakMemory() - peak
        Finding.expect(grown <= memory, "an input took \(grown / 1024) MB")
    }

    private static func time(of body: () -> Void) -> UInt64 {
        let start = workingTime()
        body()
        return workingTime() - start
    }

    private static func workingTime() -> UInt64 {
        var now = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now)
        return UInt64(now.tv_sec) * 1_000_000_000 + UInt64(now.tv_nsec)
    }

    /// In KiB.
    private static func peakMemory() -> Int {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        return usage.ru_maxrss
    }
}
