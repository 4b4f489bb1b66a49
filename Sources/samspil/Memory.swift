import CMalloc

/// How the C library keeps memory for this process.
enum Memory {
    /// Blocks from here are mapped by themselves, and given back to the system when they are freed.
    private static let mappedBytes: Int32 = 256 << 10
    /// Threads share so many heaps: each keeps what it once had.
    private static let heaps: Int32 = 4

    /// The library's own rule raises the first figure with each large block that is freed: what was held once, a
    /// thousand half messages or a large document, then stays with the process. Before any other thread begins.
    static func settle() {
        _ = mallopt(M_MMAP_THRESHOLD, mappedBytes)
        _ = mallopt(M_ARENA_MAX, heaps)
    }
}
