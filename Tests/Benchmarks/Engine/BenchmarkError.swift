/// Why a benchmark could not run.
enum BenchmarkError: Error {
    case usage(String)
    /// Not a sequence of (32-bit little-endian length, update).
    case malformedFile(String)
    case noMemoryFigures
}
