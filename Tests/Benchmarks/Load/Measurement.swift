import Foundation

/// What is read from /proc about the server, and of this process.
struct Measurement {
    let server: Int32

    /// Seconds of CPU the server has used, all its threads.
    var serverSeconds: Double {
        guard let text = try? String(contentsOfFile: "/proc/\(server)/stat", encoding: .utf8),
            let name = text.lastIndex(of: ")")
        else { return .nan }
        let fields = text[text.index(name, offsetBy: 2)...].split(separator: " ")
        return (Double(fields[11])! + Double(fields[12])!) / Double(sysconf(Int32(_SC_CLK_TCK)))
    }

    /// Resident bytes of the server.
    var serverMemory: Int {
        guard let text = try? String(contentsOfFile: "/proc/\(server)/statm", encoding: .utf8) else { return 0 }
        return Int(text.split(separator: " ")[1])! * sysconf(Int32(_SC_PAGESIZE))
    }

    /// Seconds of CPU that this process has used: near the seconds that passed, the generator was the bottleneck.
    static var ownSeconds: Double {
        var now = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now)
        return Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
    }

    /// Nanoseconds of a clock that never goes back.
    static var now: UInt64 {
        var now = timespec()
        clock_gettime(CLOCK_MONOTONIC, &now)
        return UInt64(now.tv_sec) * 1_000_000_000 + UInt64(now.tv_nsec)
    }
}
