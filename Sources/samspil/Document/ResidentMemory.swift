import Foundation

/// The memory of this process that is in RAM.
enum ResidentMemory {
    /// In bytes; 0 where `/proc` is not there. See proc(5), `statm`.
    static func bytes() -> Int {
        guard let statm = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8) else { return 0 }
        let fields = statm.split(separator: " ")
        guard fields.count > 1, let pages = Int(fields[1]) else { return 0 }
        return pages * sysconf(Int32(_SC_PAGESIZE))
    }
}
