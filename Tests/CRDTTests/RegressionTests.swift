import CRDT
import Testing

/// What the oracles, mutations or fuzzing once found, as small as it gets, and held against Yjs again.
@Suite struct RegressionTests {
    /// Found by the first run against Yjs: a pool that grew while a block was split was written through a stale copy.
    ///
    /// `t.insert(0, 'x'.repeat(600))`, then on another replica `for (let i = 0; i < 599; i++) t.insert(2 * i + 1, 'y')`
    @Test("A pool may grow in the middle of any split")
    func splitWhilePoolGrows() throws {
        let author = Document(clientID: 1)
        let inserter = Document(clientID: 2)
        let document = Document(clientID: 3)
        let text = author.transact { author.text("t").insert(String(repeating: "x", count: 600), at: 0) }
        let update = try #require(text.update)
        _ = try inserter.apply(update)
        _ = try document.apply(update)
        for index in 0..<599 {
            let change = inserter.transact { inserter.text("t").insert("y", at: 2 * index + 1) }
            _ = try document.apply(try #require(change.update))
            try #require(document.brokenInvariant() == nil)
        }
        #expect(document.text("t").string == String(repeating: "xy", count: 599) + "x")
        try expectAsYjs([document.encodeStateAsUpdate()])
    }

    /// Found by the mutation test with seed 2671464434: what inserts into the value of a key cuts it, and the part to
    /// its left stays. A peer that follows the rules writes values of one unit.
    ///
    /// `new Y.Item(id, null, null, null, null, d.getMap('m'), 'k', new Y.ContentAny([1, 2]))`, and on client 2
    /// `new Y.Item(id, null, Y.createID(1, 0), null, Y.createID(1, 1), null, null, new Y.ContentAny([3]))`
    @Test("A value of several units may be cut by what is inserted into it")
    func valueCut() throws {
        try expectAsYjs(
            [
                [1, 1, 1, 0, 40, 1, 1, 109, 1, 107, 2, 125, 1, 125, 2, 0],
                [1, 1, 2, 0, 200, 1, 0, 1, 1, 1, 125, 3, 0],
            ], ofHonestPeers: false)
    }

    /// Found against Yrs, which then has blocks that overlap: a collected block of four of which two are known.
    ///
    /// `const x = new Y.Array(); x.insert(0, [1]); d.getArray('a').insert(0, [x])`, an update; `x.insert(1, [2, 3])`, an
    /// update that is lost; `d.getArray('a').delete(0, 1)`, and the whole state.
    @Test("Of a collected block that is partly known the rest is taken")
    func collectedBlockPartlyKnown() throws {
        let author = Document(clientID: 1)
        let first = author.transact { author.array("a").insert([.array([.value(1)])], at: 0) }
        _ = author.transact {
            guard case .array(let inner)? = author.array("a").elements.first else { return }
            inner.insert([.value(2), .value(3)], at: 1)
        }
        _ = author.transact { author.array("a").delete(at: 0, length: 1) }
        try expectAsYjs([try #require(first.update), author.encodeStateAsUpdate()])
    }

    private func expectAsYjs(_ updates: [[UInt8]], ofHonestPeers: Bool = true) throws {
        let oracle = try YjsOracle()
        try oracle.open([(client: 900, collectsGarbage: true)])
        let document = Document(clientID: 901)
        for update in updates {
            _ = try document.apply(update)
            _ = try oracle.apply(update, to: 0)
            #expect(document.brokenInvariant(ofHonestPeers: ofHonestPeers) == nil)
        }
        #expect(DocumentState.of(document) == (try oracle.state(of: 0)))
    }
}
