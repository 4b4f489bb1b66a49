import Foundation

/// What the process takes of the machine's memory.
enum ResidentMemory {
    /// Linux's `/proc/self/statm`: the second number is resident pages.
    static func bytes() throws -> Int {
        let fields = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8).split(separator: " ")
        guard fields.count > 1, let pages = Int(fields[1]) else { throw BenchmarkError.noMemoryFigures }
        return pages * Int(sysconf(Int32(_SC_PAGESIZE)))
    }
}
