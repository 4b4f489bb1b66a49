/// Keys and root names, each kept once.
///
/// They are compared byte by byte, as JavaScript does: Swift's `String` would take "é" and "e\u{301}" for one
/// key. The hash is seeded per process, so that nobody can send keys that all collide.
struct KeyTable: ~Copyable {
    /// The keys' UTF-8, one behind the other; they are never forgotten.
    private var text = Buffer<UInt8>(capacity: 256)
    private var spans = Buffer<Span>()
    /// Open addressing; a power of two, at most half full.
    private var table: [KeyIndex] = Array(repeating: .none, count: 16)

    deinit {
        text.deallocate()
        spans.deallocate()
    }

    var count: Int { spans.count }
    /// Bytes of all keys, which count as content.
    var byteCount: Int { text.count }

    /// A view that the next interning may end.
    func bytes(of key: KeyIndex) -> UnsafeBufferPointer<UInt8> {
        spans[key].bytes(in: UnsafeBufferPointer(text.elements))
    }

    func string(of key: KeyIndex) -> String {
        String(decoding: bytes(of: key), as: UTF8.self)
    }

    /// The key, where anything was ever named so; looking does not intern.
    func find(_ bytes: UnsafeBufferPointer<UInt8>) -> KeyIndex? {
        let key = table[slot(of: bytes)]
        return key == .none ? nil : key
    }

    func find(_ string: String) -> KeyIndex? {
        var string = string
        return string.withUTF8 { find($0) }
    }

    /// The key's index, the same for the same bytes from now on.
    mutating func intern(_ bytes: UnsafeBufferPointer<UInt8>) -> KeyIndex {
        let place = slot(of: bytes)
        if table[place] != .none { return table[place] }
        let key = KeyIndex(spans.count)
        spans.append(Span(text.count..<(text.count + bytes.count)))
        text.append(contentsOf: bytes)
        table[place] = key
        if spans.count * 2 > table.count { rehash() }
        return key
    }

    mutating func intern(_ string: String) -> KeyIndex {
        var string = string
        return string.withUTF8 { intern($0) }
    }

    /// Where the key is, or where it would go.
    private func slot(of bytes: UnsafeBufferPointer<UInt8>) -> Int {
        var hasher = Hasher()
        hasher.combine(bytes: UnsafeRawBufferPointer(bytes))
        var place = hasher.finalize() & (table.count - 1)
        while table[place] != .none, !bytes.elementsEqual(self.bytes(of: table[place])) {
            place = (place + 1) & (table.count - 1)
        }
        return place
    }

    /// Doubles the table. Spans stay where they are: only places are computed again.
    private mutating func rehash() {
        table = Array(repeating: .none, count: table.count * 2)
        for key in 0..<KeyIndex(spans.count) {
            table[slot(of: bytes(of: key))] = key
        }
    }
}
