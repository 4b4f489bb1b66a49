import CRDT
import Testing

/// What applying, writing and encoding promise.
@Suite struct DocumentTests {
    private static func written(_ client: UInt64 = 1, _ body: (Document) -> Void) -> (Document, [UInt8]?) {
        let document = Document(clientID: client)
        let update = document.transact { body(document) }.update
        return (document, update)
    }

    // MARK: Changes

    @Test("An update that is all new is sent on as it came")
    func relayed() throws {
        #expect(try Document(clientID: 9).apply(Fixture.format).update == Fixture.format)
    }

    @Test("An update that brings nothing new gives none to send on")
    func nothingNew() throws {
        let document = try Fixture.document(Fixture.deleted)
        #expect(try document.apply(Fixture.deleted) == Document.Change(update: nil, isPending: false))
        #expect(try document.apply([0, 0]).update == nil)
    }

    @Test("A document contains an update when all it inserts and deletes is there, and nothing that is no update")
    func contains() throws {
        let (author, first) = Self.written { $0.text("t").insert("abcdef", at: 0) }
        let reader = try Fixture.document(try #require(first))
        #expect(reader.contains([0, 0]) && reader.contains(author.encodeStateAsUpdate()))
        #expect(!reader.contains([]) && !reader.contains([9]) && !reader.contains([0, 1, 2, 0xFF, 0xFF]))
        let deletes = [(1, 1), (3, 1), (1, 3)].map { place, length in
            author.transact { author.text("t").delete(at: place, length: length) }.update
        }
        for update in try deletes.map({ try #require($0) }) {
            #expect(!reader.contains(update))
            let before = reader.encodeStateAsUpdate()
            #expect(!reader.contains(author.encodeStateAsUpdate()), "one deletion is still to come")
            #expect(reader.encodeStateAsUpdate() == before)
            _ = try reader.apply(update)
            #expect(reader.contains(update))
        }
        #expect(reader.contains(author.encodeStateAsUpdate()))
        let more = try #require(author.transact { author.text("t").insert("!", at: 0) }.update)
        #expect(!reader.contains(more))
    }

    @Test("Of an update that is partly known only the rest is sent on")
    func partlyKnown() throws {
        let (document, _) = Self.written { $0.text("t").insert("ab", at: 0) }
        let early = try Fixture.document(document.encodeStateAsUpdate())
        _ = document.transact { document.text("t").insert("cd", at: 2) }
        let update = try #require(try early.apply(document.encodeStateAsUpdate()).update)
        #expect(update.count < document.encodeStateAsUpdate().count + 6)
        #expect(try encodeStateVector(fromUpdate: update) == StateVector())
        #expect(early.text("t").string == "abcd")
    }

    @Test("What waited is sent on with what it waited for")
    func pendingSentOn() throws {
        let document = Document(clientID: 9)
        #expect(try document.apply(Fixture.skipped) == Document.Change(update: nil, isPending: true))
        let change = try document.apply([1, 1, 1, 0, 4, 1, 1, 116, 1, 97, 0])
        #expect(!change.isPending)
        #expect(try Fixture.document(try #require(change.update)).text("t").string == "ab")
    }

    @Test("A client id that another client uses is given up")
    func clientIDTaken() throws {
        let document = Document(clientID: 1, makeClientID: { 555 })
        _ = try document.apply(Fixture.string)
        #expect(document.clientID == 555)
    }

    // MARK: State

    @Test("A difference holds what the peer lacks, in the middle of a run too")
    func difference() throws {
        let (document, _) = Self.written { $0.text("t").insert("hello", at: 0) }
        let peer = try Fixture.document([1, 1, 1, 0, 4, 1, 1, 116, 2, 104, 101, 0])
        let update = document.encodeStateAsUpdate(since: peer.stateVector)
        #expect(update == [1, 1, 1, 2, 132, 1, 1, 3, 108, 108, 111, 0])
        _ = try peer.apply(update)
        #expect(peer.text("t").string == "hello")
    }

    @Test("Text typed a letter at a time is one run")
    func runsMerge() {
        let document = Document(clientID: 1)
        for (index, letter) in "samspil".enumerated() {
            _ = document.transact { document.text("t").insert(String(letter), at: index) }
        }
        #expect(document.encodeStateAsUpdate() == [1, 1, 1, 0, 4, 1, 1, 116, 7] + Array("samspil".utf8) + [0])
    }

    @Test("Two who type in turn keep their runs whole, and forgotten bytes are given back")
    func interleavedTyping() throws {
        let first = Document(clientID: 1)
        let second = Document(clientID: 2)
        let server = Document(clientID: 3)
        for index in 0..<2000 {
            _ = try server.apply(try #require(first.transact { first.text("t").insert("x", at: index) }.update))
            _ = try server.apply(try #require(second.transact { second.text("u").insert("å", at: index) }.update))
        }
        #expect(server.text("t").string == String(repeating: "x", count: 2000))
        #expect(server.text("u").string == String(repeating: "å", count: 2000))
        #expect(server.brokenInvariant() == nil)
        #expect(server.encodeStateAsUpdate().count < 6100)
    }

    // MARK: Local writes

    @Test("Everything one transaction writes is one update")
    func oneUpdate() throws {
        let (document, update) = Self.written { document in
            document.text("title").insert("Fælles mål", at: 0)
            document.map("rows").set(
                "r1", .map([("order", .value("a0")), ("what", .text("besøg")), ("to", .array([.value("u1")]))]))
            document.array("list").append([.value(1), .value(.bytes([1])), .array([.text("x")])])
        }
        let copy = try Fixture.document(try #require(update))
        #expect(copy.text("title").string == "Fælles mål")
        #expect(copy.rootNames.sorted() == ["list", "rows", "title"])
        guard case .map(let row)? = copy.map("rows")["r1"], case .text(let what)? = row["what"] else {
            Issue.record("no row")
            return
        }
        #expect(row.keys == ["order", "what", "to"])
        #expect(what.string == "besøg")
        #expect(copy.array("list").count == 3)
        #expect(copy.encodeStateAsUpdate() == document.encodeStateAsUpdate())
    }

    @Test("A transaction that writes nothing gives no update; one inside another is part of it")
    func transactions() {
        let document = Document(clientID: 1)
        #expect(document.transact { 5 }.result == 5)
        #expect(document.transact {}.update == nil)
        let outer = document.transact {
            #expect(document.transact { document.text("t").insert("a", at: 0) }.update == nil)
        }
        #expect(outer.update != nil)
    }

    @Test("What was written before an error stays written")
    func throwing() {
        struct Stop: Error {}
        let document = Document(clientID: 1)
        #expect(throws: Stop.self) {
            try document.transact {
                document.text("t").insert("a", at: 0)
                throw Stop()
            }
        }
        #expect(document.text("t").string == "a")
        #expect(document.transact { document.text("t").insert("b", at: 1) }.update != nil)
    }

    @Test("Indices beyond the end count as the end")
    func beyondTheEnd() {
        let (document, _) = Self.written { document in
            document.text("t").insert("ab", at: 50)
            document.text("t").delete(at: 1, length: 50)
            document.array("a").insert([.value(1)], at: 9)
            document.array("a").delete(at: 5, length: 5)
            document.map("m").remove("k")
        }
        #expect(document.text("t").string == "a")
        #expect(document.array("a").count == 1)
        #expect(document.array("a")[1] == nil)
        #expect(document.array("a")[-1] == nil)
    }

    @Test("Text inserted without attributes takes those of its place; with them, exactly those")
    func attributes() {
        let (document, _) = Self.written { document in
            let text = document.text("t")
            text.insert("fed", at: 0, attributes: ["bold": true])
            text.insert("ere", at: 3)
            text.insert(" tekst", at: 6, attributes: [:])
        }
        let delta = document.text("t").delta.map { ($0.attributes, $0.content) }
        #expect(delta.map(\.0) == [["bold": true], [:]])
        #expect(document.text("t").string == "federe tekst")
    }

    @Test("Attributes around deleted text are tidied away")
    func attributesTidied() {
        let document = Document(clientID: 1)
        _ = document.transact { document.text("t").insert("fed", at: 0, attributes: ["bold": true]) }
        _ = document.transact { document.text("t").delete(at: 0, length: 3) }
        #expect(document.deleteSet.ranges == [1: [0..<5]])
    }

    // MARK: Views

    @Test("A root reads as whatever it is asked for, without traps")
    func anyView() throws {
        for update in Fixture.all {
            let document = try Fixture.document(update)
            for root in document.rootNames {
                _ = document.text(root).string
                _ = document.text(root).delta
                _ = document.array(root).elements
                _ = document.map(root).keys.map { document.map(root)[$0] }
                _ = document.xml(root).name
            }
        }
        #expect(try Fixture.document(Fixture.string).array("t").elements.map(\.value) == ["a", "b", "c"])
    }

    @Test("A view of something deleted reads as empty and takes no writes")
    func viewOfNothing() {
        let document = Document(clientID: 1)
        _ = document.transact { document.map("m").set("k", .text("x")) }
        guard case .text(let text)? = document.map("m")["k"] else {
            Issue.record("no text")
            return
        }
        _ = document.transact { document.map("m").remove("k") }
        #expect(text.string == "")
        #expect(document.transact { text.insert("y", at: 0) }.update == nil)
        #expect(document.brokenInvariant() == nil)
    }

    @Test("A view of something gone does not read what took its place")
    func viewOfReusedPlace() {
        let document = Document(clientID: 1)
        _ = document.transact { document.map("m").set("k", .map([("old", .value(1))])) }
        guard case .map(let view)? = document.map("m")["k"] else {
            Issue.record("no map")
            return
        }
        for round in 0..<100 {
            _ = document.transact { document.map("m").set("k", .map([("new", .value(.number(Double(round))))])) }
            #expect(view.keys.isEmpty)
        }
        #expect(document.brokenInvariant() == nil)
    }

    @Test("Roots that were only asked for are not told")
    func rootsAskedFor() {
        let document = Document(clientID: 1)
        _ = document.text("nobody wrote this")
        #expect(document.rootNames.isEmpty)
        #expect(document.encodeStateAsUpdate() == [0, 0])
    }
}
