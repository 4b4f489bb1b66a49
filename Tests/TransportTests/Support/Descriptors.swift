import Glibc

enum Descriptors {
    /// How many this process has open.
    static func open() -> Int {
        guard let directory = opendir("/proc/self/fd") else { return -1 }
        defer { closedir(directory) }
        var count = 0
        while readdir(directory) != nil { count += 1 }
        // Itself, ".", "..".
        return count - 3
    }
}
