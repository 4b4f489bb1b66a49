import Testing

@testable import CRDT

/// Making a document of one state.
@Suite struct LoadingTests {
    @Test("A client that an update names again is found by the index it got first, however many there are")
    func namedClients() {
        var clients = NamedClients()
        for count: UInt32 in [3, 5000, 20] {
            clients.removeAll()
            let ids = (0..<UInt64(count)).map { $0 * 0x9_3331 + 7 }
            for (index, id) in ids.enumerated() { #expect(clients.index(of: id) == UInt32(index)) }
            for (index, id) in ids.enumerated().reversed() { #expect(clients.index(of: id) == UInt32(index)) }
            #expect(clients.count == Int(count))
        }
    }

    /// Everybody writes right before what the one before wrote, so that each builds on another one.
    @Test("A state of many authors who build on each other loads as it was", arguments: [true, false])
    func manyAuthors(isAscending: Bool) throws {
        let shared = Document(clientID: 1)
        for author: UInt64 in 1...300 {
            let document = Document(clientID: isAscending ? author : 1000 - author)
            _ = try document.apply(shared.encodeStateAsUpdate())
            let half = document.text("t").length / 2
            let update = document.transact { document.text("t").insert("å\(author);", at: half) }.update
            _ = try shared.apply(try #require(update))
        }
        let state = shared.encodeStateAsUpdate()
        let loaded = Document(clientID: 2)
        #expect(try loaded.apply(state).isPending == false)
        #expect(loaded.text("t").string == shared.text("t").string)
        #expect(loaded.encodeStateAsUpdate() == state)
        #expect(loaded.brokenInvariant() == nil)
    }

    @Test("An entry is found wherever the last search ended")
    func entries() {
        var list = EntryList()
        defer { list.deallocate() }
        for index: UInt32 in 0..<2000 { list.append(BlockEntry(clock: 3 * index, block: index)) }
        for index: UInt32 in 0..<4000 {
            let clock = (index &* 2_654_435_761) % 6000
            #expect(list[list.place(of: clock)].block == clock / 3)
            #expect(list[list.place(of: clock / 2)].block == clock / 6)
        }
    }
}
