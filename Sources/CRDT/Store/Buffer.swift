/// A growable array of trivial values, without reference counting and without copy-on-write.
///
/// It is itself trivial, so that records holding buffers can lie in a buffer: copies share their memory, and
/// whoever owns the record that holds a buffer calls ``deallocate()`` exactly once. Indices are checked in
/// release builds too: a mistake in the engine must not become a way to read foreign memory.
struct Buffer<Element: BitwiseCopyable>: BitwiseCopyable {
    /// Owned by whoever owns the buffer; a copy of the buffer that was taken before it grew names freed memory.
    private(set) var base: UnsafeMutablePointer<Element>
    private(set) var count: Int
    private(set) var capacity: Int

    init(capacity: Int = 4) {
        self.capacity = max(capacity, 1)
        self.base = .allocate(capacity: self.capacity)
        self.count = 0
    }

    /// Frees the memory. Elements are trivial and need no end of their own.
    func deallocate() {
        base.deallocate()
    }

    /// Forgets everything and gives back the memory.
    mutating func release() {
        deallocate()
        self = Buffer()
    }

    @inline(__always) var isEmpty: Bool { count == 0 }

    var last: Element? { count == 0 ? nil : base[count - 1] }

    subscript(index: Int) -> Element {
        @inline(__always) get {
            precondition(UInt(bitPattern: index) < UInt(bitPattern: count))
            return base[index]
        }
        @inline(__always) _modify {
            precondition(UInt(bitPattern: index) < UInt(bitPattern: count))
            yield &base[index]
        }
    }

    subscript(index: UInt32) -> Element {
        @inline(__always) get { self[Int(index)] }
        @inline(__always) _modify { yield &self[Int(index)] }
    }

    /// Takes more memory where there is no room, twice as much each time.
    @inline(__always) mutating func append(_ element: Element) {
        if count == capacity { grow(to: count + 1) }
        base[count] = element
        count += 1
    }

    mutating func append(contentsOf source: UnsafeBufferPointer<Element>) {
        guard let start = source.baseAddress, !source.isEmpty else { return }
        if count + source.count > capacity { grow(to: count + source.count) }
        (base + count).update(from: start, count: source.count)
        count += source.count
    }

    /// Moves all that lies behind: meant for short buffers, and for places near the end.
    mutating func insert(_ element: Element, at index: Int) {
        precondition(index >= 0 && index <= count)
        if count == capacity { grow(to: count + 1) }
        (base + index + 1).update(from: base + index, count: count - index)
        base[index] = element
        count += 1
    }

    /// Appends `extra` times the same.
    mutating func extend(by extra: Int, filler: Element) {
        reserve(count + extra)
        (base + count).update(repeating: filler, count: extra)
        count += extra
    }

    /// Copies `range` to where `destination` starts; both must lie inside the buffer and may overlap.
    func copy(_ range: Range<Int>, to destination: Int) {
        guard !range.isEmpty, destination != range.lowerBound else { return }
        precondition(range.lowerBound >= 0 && range.upperBound <= count)
        precondition(destination >= 0 && destination + range.count <= count)
        (base + destination).update(from: base + range.lowerBound, count: range.count)
    }

    /// Moves what lies behind to the front; the memory stays.
    mutating func removeSubrange(_ range: Range<Int>) {
        copy(range.upperBound..<count, to: range.lowerBound)
        truncate(to: count - range.count)
    }

    mutating func popLast() -> Element? {
        guard count > 0 else { return nil }
        count -= 1
        return base[count]
    }

    /// Forgets everything from `newCount` on; the memory stays.
    mutating func truncate(to newCount: Int) {
        precondition(newCount >= 0 && newCount <= count)
        count = newCount
    }

    /// In place.
    mutating func sort(by precedes: (Element, Element) -> Bool) {
        var elements = elements
        elements.sort(by: precedes)
    }

    /// Makes room for `minimum` elements, and for `slack` more where memory must be taken.
    mutating func reserve(_ minimum: Int, slack: Int = 0) {
        if minimum > capacity { grow(to: minimum + slack) }
    }

    /// Elements as a view that must not outlive the next change.
    var elements: UnsafeMutableBufferPointer<Element> { .init(start: base, count: count) }

    /// Out of line, so that appending stays small where it is inlined.
    @inline(never) private mutating func grow(to minimum: Int) {
        let larger = max(minimum, capacity * 2)
        let replacement = UnsafeMutablePointer<Element>.allocate(capacity: larger)
        replacement.update(from: base, count: count)
        base.deallocate()
        base = replacement
        capacity = larger
    }
}
