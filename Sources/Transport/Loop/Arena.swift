import Glibc

/// Memory that C keeps pointers to, freed together.
@ServiceLoop
final class Arena {
    /// - SAFETY: `deinit` may run anywhere, but is the only one left who knows the pointers.
    private nonisolated(unsafe) var allocations: [UnsafeMutableRawPointer] = []

    deinit {
        for allocation in allocations { free(allocation) }
    }

    func string(_ text: String) -> UnsafePointer<CChar>? {
        guard let copy = strdup(text) else { return nil }
        allocations.append(UnsafeMutableRawPointer(copy))
        return UnsafePointer(copy)
    }

    /// `elements` must be trivial (C structs, pointers).
    func array<Element: BitwiseCopyable>(_ elements: [Element]) -> UnsafeMutablePointer<Element> {
        let memory = UnsafeMutablePointer<Element>.allocate(capacity: elements.count)
        memory.initialize(from: elements, count: elements.count)
        allocations.append(UnsafeMutableRawPointer(memory))
        return memory
    }
}
