import Application
import Foundation

/// What the system says of this process, under the names Prometheus' own clients use. Reads `/proc/self` (proc(5));
/// what cannot be read is left out.
struct ProcessFigures {
    /// What `/proc/self/stat` counts time in.
    private static let ticksPerSecond = Double(sysconf(Int32(_SC_CLK_TCK)))

    /// Five small reads in memory that the kernel makes up: quick enough for the loop.
    func write(to text: inout MetricsText) {
        if let stat = Self.stat() {
            text.add(.counter, "process_cpu_seconds_total", "Processor time, user and system.", stat.cpuSeconds)
            text.add(.gauge, "process_resident_memory_bytes", "Memory in use.", stat.residentBytes)
            text.add(.gauge, "process_threads", "Threads.", stat.threads)
            text.add(.gauge, "process_start_time_seconds", "When it started, since 1970.", stat.startedAt)
        }
        if let open = try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count {
            text.add(.gauge, "process_open_fds", "Open files and sockets.", open)
        }
        var limit = rlimit()
        if getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 {
            text.add(.gauge, "process_max_fds", "How many there may be.", Int(clamping: limit.rlim_cur))
        }
    }

    /// Processor time and start in seconds, the latter since 1970.
    private struct Stat {
        let cpuSeconds: Double
        let threads: Int
        let residentBytes: Int
        let startedAt: Double
    }

    /// nil where the file is not there or is not as proc(5) says.
    private static func stat() -> Stat? {
        // Fields are counted from 1 in proc(5); the second, the program's name, may hold spaces and ends with ')'.
        guard let line = try? String(contentsOfFile: "/proc/self/stat", encoding: .utf8),
            let end = line.lastIndex(of: ")")
        else { return nil }
        let fields = line[line.index(after: end)...].split(separator: " ").map(String.init)
        func number(_ field: Int) -> Double? { fields.count > field - 3 ? Double(fields[field - 3]) : nil }
        guard let user = number(14), let system = number(15), let threads = number(20), let start = number(22),
            let pages = number(24), let boot = bootTime
        else { return nil }
        return Stat(
            cpuSeconds: (user + system) / ticksPerSecond, threads: Int(threads),
            residentBytes: Int(pages) * sysconf(Int32(_SC_PAGESIZE)), startedAt: boot + start / ticksPerSecond)
    }

    /// When the system started, in seconds since 1970.
    private static let bootTime: Double? = {
        let stat = try? String(contentsOfFile: "/proc/stat", encoding: .utf8)
        let line = stat?.split(separator: "\n").first { $0.hasPrefix("btime ") }
        return line?.split(separator: " ").last.flatMap { Double($0) }
    }()
}
