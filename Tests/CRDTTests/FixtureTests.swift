import CRDT
import Testing

/// Bytes that Yjs wrote, read; and written again.
@Suite struct FixtureTests {
    @Test("Text reads as written")
    func string() throws {
        let document = try Fixture.document(Fixture.string)
        #expect(document.text("t").string == "abc")
        #expect(document.text("t").length == 3)
        #expect(document.stateVector == StateVector([1: 3]))
    }

    @Test("Formats become attributes of runs")
    func format() throws {
        let delta = try Fixture.document(Fixture.format).text("t").delta
        #expect(delta.count == 2)
        #expect(delta.first?.attributes == ["b": true])
        #expect(delta.last?.attributes == [:])
    }

    @Test("An embed takes one unit and is no text")
    func embed() throws {
        let text = try Fixture.document(Fixture.embed).text("t")
        #expect(text.length == 1)
        #expect(text.string == "")
        guard case .embed(let value)? = text.delta.first?.content else {
            Issue.record("no embed")
            return
        }
        #expect(value == ["i": 1])
    }

    @Test("Plain values of every kind read as written")
    func any() throws {
        let values = try Fixture.document(Fixture.any).array("a").elements.map(\.value)
        #expect(values == [1, "å", true, .null, ["k": .array([.number(1.5), -2])]])
    }

    @Test("Binary content reads as its bytes")
    func binary() throws {
        #expect(try Fixture.document(Fixture.binary).array("a")[0]?.value == .bytes([7, 8]))
    }

    @Test("A map in a map reads as a map")
    func map() throws {
        guard case .map(let inner)? = try Fixture.document(Fixture.map).map("m")["k"] else {
            Issue.record("no map")
            return
        }
        #expect(inner.keys == ["x"])
        #expect(inner["x"]?.value == 1)
    }

    @Test("XML types keep their names, attributes and children")
    func xml() throws {
        let children = try Fixture.document(Fixture.xml).xml("x").children.elements
        let views = children.compactMap { if case .xml(let view) = $0 { view } else { nil } }
        #expect(views.map(\.kind) == [.xmlElement, .xmlText, .xmlHook])
        #expect(views.map(\.name) == ["p", "", "h"])
        #expect(views.first?.attributes["id"]?.value == "1")
        #expect(views[1].text.string == "hi")
    }

    @Test("A subdocument reads as its guid")
    func subdocument() throws {
        guard case .subdocument(let guid)? = try Fixture.document(Fixture.subdocument).map("m")["d"] else {
            Issue.record("no subdocument")
            return
        }
        #expect(guid == "g")
    }

    @Test("Content of the old kind JSON reads as values")
    func json() throws {
        #expect(try Fixture.document(Fixture.json).array("a").elements.map(\.value) == [["a": 1], .undefined])
    }

    @Test("Deleted content keeps its place in the clock")
    func deleted() throws {
        let document = try Fixture.document(Fixture.deleted)
        #expect(document.text("t").string == "ac")
        #expect(document.stateVector == StateVector([1: 3]))
        #expect(document.deleteSet.ranges == [1: [1..<2]])
    }

    @Test("What was collected keeps its place in the clock")
    func garbage() throws {
        let document = try Fixture.document(Fixture.garbage)
        #expect(document.array("a").count == 0)
        #expect(document.stateVector == StateVector([1: 3]))
        #expect(document.deleteSet.ranges == [1: [0..<3]])
    }

    @Test("What comes after a gap waits, and is told on")
    func skip() throws {
        let document = try Fixture.document(Fixture.skip)
        #expect(document.text("t").string == "a")
        #expect(document.hasPending)
        #expect(document.missingStateVector == StateVector([1: 2]))
        let other = try Fixture.document(document.encodeStateAsUpdate(), Fixture.skipped)
        let change = try document.apply(Fixture.skipped)
        #expect(!change.isPending)
        #expect(document.text("t").string == "abc")
        #expect(!document.hasPending)
        #expect(other.text("t").string == "abc")
    }

    /// `const s = Y.encodeStateVector(a); a.getText('t').insert(1, 'X'); b.getText('t').insert(1, 'Y')` where a (client 1)
    /// and b (client 2) both hold 'ab'; then `Y.encodeStateAsUpdate(a, s)` and the same of b.
    @Test("Insertions at one place at one time go by client id, whichever comes first")
    func conflict() throws {
        let base: [UInt8] = [1, 1, 1, 0, 4, 1, 1, 116, 2, 97, 98, 0]
        let first: [UInt8] = [1, 1, 1, 2, 196, 1, 0, 1, 1, 1, 88, 0]
        let second: [UInt8] = [1, 1, 2, 0, 196, 1, 0, 1, 1, 1, 89, 0]
        #expect(try Fixture.document(base, first, second).text("t").string == "aXYb")
        #expect(try Fixture.document(base, second, first).text("t").string == "aXYb")
        #expect(try Fixture.document(first, second, base).text("t").string == "aXYb")
    }

    @Test("Only the last value of a key counts")
    func mapOverwritten() throws {
        let map = try Fixture.document(Fixture.mapOverwritten).map("m")
        #expect(map.keys == ["k"])
        #expect(map["k"]?.value == 2)
        #expect(map["l"] == nil)
    }

    @Test("A surrogate pair that was cut reads as two replacement characters")
    func splitPair() throws {
        #expect(try Fixture.document(Fixture.splitPair).text("t").string == "\u{fffd}x\u{fffd}")
        let whole: [UInt8] = [1, 1, 1, 0, 4, 1, 1, 116, 4, 240, 159, 153, 130, 0]
        let insertion: [UInt8] = [1, 1, 1, 2, 196, 1, 0, 1, 1, 1, 120, 0]
        #expect(try Fixture.document(whole, insertion).text("t").string == "\u{fffd}x\u{fffd}")
        #expect(try Fixture.document(whole).encodeStateAsUpdate(since: StateVector([1: 1])).contains(0xef))
    }

    @Test("A document that does not collect keeps deleted content")
    func kept() throws {
        let document = try Fixture.document(Fixture.kept, collectsGarbage: false)
        #expect(document.encodeStateAsUpdate() == Fixture.kept)
        #expect(try Fixture.document(Fixture.kept).encodeStateAsUpdate() != Fixture.kept)
    }

    @Test("What Yjs wrote is written again with the same bytes", arguments: Fixture.all)
    func writtenAgain(update: [UInt8]) throws {
        let document = try Fixture.document(update, collectsGarbage: false)
        if update == Fixture.skip || update == Fixture.skipped {
            #expect(document.hasPending)
        } else {
            #expect(document.encodeStateAsUpdate() == update)
        }
        #expect(document.brokenInvariant() == nil)
    }
}
