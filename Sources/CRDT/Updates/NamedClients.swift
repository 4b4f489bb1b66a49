/// A client that an update names.
struct NamedClient: BitwiseCopyable {
    let id: UInt64
    /// Its place in the store; none while the document does not know it.
    var slot: ClientSlot = .none
    /// Its clock once everything planned so far is integrated.
    var clock: UInt32 = 0
    /// Its section in the update; none where it has none.
    var section: UInt32 = .none
}

/// A unit of content whose client is named by its place in ``NamedClients``.
struct NamedID: BitwiseCopyable {
    var client: UInt32
    var clock: UInt32

    static let none = NamedID(client: .none, clock: 0)

    @inline(__always) var exists: Bool { client != .none }
}

/// The clients that an update names, each once, in the order in which they are first named.
///
/// An update names the same few clients in every struct. So each is looked up in the store once, and everything else is
/// done with its index here.
struct NamedClients: ~Copyable {
    private(set) var elements = Buffer<NamedClient>()
    /// The one asked for last.
    private var last: (id: UInt64, index: UInt32) = (.max, .none)
    /// Open addressing; a power of two, at most half full. Empty while there are so few that looking at all is faster.
    private var table = Buffer<UInt32>(capacity: 1)

    /// Most updates name one or two. Looking at eight takes less than hashing one.
    private static let fewClients = 8
    /// Odd and different in each process, so that nobody can send ids that all collide.
    private static let multiplier: UInt64 = {
        var hasher = Hasher()
        hasher.combine(0)
        return UInt64(truncatingIfNeeded: hasher.finalize()) | 1
    }()

    deinit {
        elements.deallocate()
        table.deallocate()
    }

    var count: Int { elements.count }

    subscript(index: UInt32) -> NamedClient {
        @inline(__always) get { elements[index] }
        @inline(__always) _modify { yield &elements[index] }
    }

    /// Forgets the names and keeps the memory.
    mutating func removeAll() {
        elements.truncate(to: 0)
        table.truncate(to: 0)
        last = (.max, .none)
    }

    /// The client's index, a new one where it is named for the first time.
    @inline(__always) mutating func index(of id: UInt64) -> UInt32 {
        if id == last.id { return last.index }
        let index = table.isEmpty ? lookAtAll(for: id) : lookUp(id)
        last = (id, index)
        return index
    }

    private mutating func lookAtAll(for id: UInt64) -> UInt32 {
        for index in 0..<UInt32(elements.count) where elements[index].id == id { return index }
        elements.append(NamedClient(id: id))
        if elements.count > Self.fewClients { rehash(into: 4 * elements.count) }
        return UInt32(elements.count - 1)
    }

    private mutating func lookUp(_ id: UInt64) -> UInt32 {
        let place = place(of: id)
        if table[place] != .none { return table[place] }
        table[place] = UInt32(elements.count)
        elements.append(NamedClient(id: id))
        if elements.count * 2 > table.count { rehash(into: 2 * table.count) }
        return UInt32(elements.count - 1)
    }

    /// Where the client is in the table, or where it would go. The product's upper bits depend on all of the id's.
    private func place(of id: UInt64) -> Int {
        var place = Int((id &* Self.multiplier) >> 32) & (table.count - 1)
        while table[place] != .none, elements[table[place]].id != id { place = (place + 1) & (table.count - 1) }
        return place
    }

    private mutating func rehash(into atLeast: Int) {
        var size = 1
        while size < atLeast { size *= 2 }
        table.truncate(to: 0)
        table.extend(by: size, filler: .none)
        for index in 0..<UInt32(elements.count) { table[place(of: elements[index].id)] = index }
    }
}
