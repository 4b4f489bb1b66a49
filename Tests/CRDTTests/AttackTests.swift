import CRDT
import Testing

/// What has brought other implementations down, one by one.
@Suite struct AttackTests {
    /// A variable-length number as lib0 writes it.
    private static func number(_ number: UInt64) -> [UInt8] {
        number < 128 ? [UInt8(number)] : [UInt8(number & 127) | 128] + Self.number(number >> 7)
    }

    private static func expectRefused(_ update: [UInt8], _ document: Document, _ expected: UpdateError? = nil) {
        let before = document.encodeStateAsUpdate()
        let error = #expect(throws: UpdateError.self) { try document.apply(update) }
        if let expected { #expect(error == expected) }
        #expect(document.encodeStateAsUpdate() == before)
    }

    @Test("A length that asks for terabytes is refused before memory is taken")
    func hugeLengths() throws {
        let document = try Fixture.document(Fixture.string)
        let tera = Self.number(1 << 42)
        Self.expectRefused(tera, document)
        Self.expectRefused([1] + tera + [1, 0, 4, 1, 1, 116, 1, 97, 0], document)
        Self.expectRefused([1, 1, 2, 0, 4, 1, 1, 116] + tera + [97, 0], document)
        Self.expectRefused([1, 1, 2, 0, 8, 1, 1, 116] + tera + [127, 0], document)
        Self.expectRefused([1, 1, 2, 0, 8, 1, 1, 116, 1, 118] + tera + [0], document)
        Self.expectRefused([0] + tera, document)
        Self.expectRefused([0, 1, 1] + tera + [0, 1], document)
        #expect(throws: DecodingError.self) { try StateVector(decoding: tera) }
    }

    @Test("A run-length bomb takes no more room than its bytes")
    func runLengthBomb() throws {
        let long = Self.number(1 << 30)
        let document = try Fixture.document([1, 2, 2, 0, 0] + long + [1, 1, 1, 116] + Self.number(1 << 29) + [0])
        #expect(document.stateVector == StateVector([2: (1 << 30) + (1 << 29)]))
        #expect(document.encodeStateAsUpdate().count < 40)
        #expect(document.text("t").string == "")
    }

    @Test("A clock above the limit is refused")
    func hugeClock() throws {
        let document = try Fixture.document(Fixture.string)
        for clock in [1 << 31, 1 << 40, (1 << 53) - 1] as [UInt64] {
            Self.expectRefused([1, 1, 2] + Self.number(clock) + [4, 1, 1, 116, 1, 97, 0], document)
            Self.expectRefused([1, 1, 2, 0, 0] + Self.number(clock) + [0, 1, 0], document)
            Self.expectRefused([0, 1, 1, 1] + Self.number(clock) + [1], document)
        }
        Self.expectRefused([1, 1, 2, 255, 255, 255, 255, 255, 255, 255, 255, 127, 4, 1, 1, 116, 1, 97, 0], document)
    }

    @Test("Structs that never get what they build on stop being taken at the limit")
    func endlessPending() throws {
        var limits = Limits.standard
        limits.pendingBytes = 10_000
        let document = Document(clientID: 9, limits: limits)
        _ = try document.apply(Fixture.string)
        func waiting(_ clock: UInt64) -> [UInt8] { [1, 1, 2] + Self.number(clock * 2) + [132, 1, 0, 1, 98, 0] }
        var clock: UInt64 = 1
        while clock < 10_000, (try? document.apply(waiting(clock))) != nil { clock += 1 }
        #expect(clock > 100)
        Self.expectRefused(waiting(clock), document, .tooMuchPending)
        #expect(document.text("t").string == "abc")
    }

    @Test("The same waiting struct sent again and again does not fill the limit")
    func repeatedPending() throws {
        var limits = Limits.standard
        limits.pendingBytes = 200
        let document = Document(clientID: 9, limits: limits)
        for _ in 0..<1000 { _ = try document.apply(Fixture.skipped) }
        _ = try document.apply([1, 1, 1, 0, 4, 1, 1, 116, 1, 97, 0])
        #expect(document.text("t").string == "ab")
        #expect(!document.hasPending)
    }

    @Test("Deletes that never get what they delete stop being taken at the limit")
    func endlessPendingDeletes() throws {
        var limits = Limits.standard
        limits.pendingDeletes = 100
        let document = Document(clientID: 9, limits: limits)
        for index in 0..<100 { _ = try document.apply([0, 1, 5, 1] + Self.number(UInt64(index * 2)) + [1]) }
        Self.expectRefused([0, 1, 5, 1] + Self.number(1000) + [1], document, .tooMuchPending)
    }

    @Test("Values nested deeper than the limit are refused")
    func deepValues() throws {
        let document = try Fixture.document(Fixture.string)
        let arrays = Array(repeating: [117, 1] as [UInt8], count: 100_000).flatMap(\.self)
        Self.expectRefused([1, 1, 2, 0, 8, 1, 1, 116, 1] + arrays + [127, 0], document)
        let brackets = Array(repeating: UInt8(ascii: "["), count: 100_000)
        Self.expectRefused([1, 1, 2, 0, 5, 1, 1, 116] + Self.number(100_000) + brackets + [0], document)
        #expect(Value(json: String(decoding: brackets, as: UTF8.self)) == nil)
    }

    @Test("Types nested a hundred thousand deep are taken, deleted and collected")
    func deepTypes() throws {
        var update: [UInt8] = [1] + Self.number(100_000) + [1, 0, 7, 1, 1, 97, 0]
        for clock in 0..<99_999 { update += [7, 0, 1] + Self.number(UInt64(clock)) + [0] }
        let document = try Fixture.document(update + [0])
        #expect(document.array("a").count == 1)
        _ = try document.apply([0, 1, 1, 1, 0, 1])
        #expect(document.array("a").count == 0)
        #expect(document.deleteSet.ranges == [1: [0..<100_000]])
        #expect(document.encodeStateAsUpdate().count < 40)
    }

    @Test("Deletes of structs that wait take effect when the structs come, not before and not never")
    func deletesOfPending() throws {
        let document = try Fixture.document([1, 1, 1, 1, 132, 1, 0, 2, 98, 99, 1, 1, 1, 1, 1])
        #expect(document.hasPending)
        #expect(document.deleteSet.isEmpty)
        _ = try document.apply([1, 1, 1, 0, 4, 1, 1, 116, 1, 97, 0])
        #expect(document.text("t").string == "ac")
        #expect(document.deleteSet.ranges == [1: [1..<2]])
        #expect(!document.hasPending)
    }

    @Test("Structs that wait for each other wait, and nothing loops")
    func cycle() throws {
        let document = try Fixture.document([2, 1, 2, 0, 132, 1, 0, 1, 98, 1, 1, 0, 132, 2, 0, 1, 97, 0])
        #expect(document.hasPending)
        #expect(document.stateVector == StateVector())
    }

    @Test("A struct that builds on itself is refused")
    func ownFuture() throws {
        let document = try Fixture.document(Fixture.string)
        Self.expectRefused([1, 1, 1, 3, 132, 1, 3, 1, 98, 0], document)
        Self.expectRefused([1, 1, 2, 0, 7, 0, 2, 0, 0, 0], document)
    }

    @Test("A struct between neighbours of different lists belongs nowhere and harms neither")
    func foreignNeighbours() throws {
        let document = try Fixture.document(
            [1, 2, 1, 0, 4, 1, 1, 116, 1, 97, 4, 1, 1, 117, 1, 98, 0], [1, 1, 2, 0, 196, 1, 0, 1, 1, 1, 120, 0])
        #expect(document.text("t").string == "a")
        #expect(document.text("u").string == "b")
        #expect(document.brokenInvariant() == nil)
    }

    @Test("Neighbours in the wrong order are survived")
    func swappedNeighbours() throws {
        let document = try Fixture.document(Fixture.string, [1, 1, 2, 0, 196, 1, 2, 1, 0, 1, 120, 0])
        #expect(document.text("t").length == 4)
        #expect(document.brokenInvariant() == nil)
    }

    @Test("Two sections of one client, empty structs and bytes after the end are refused")
    func oddities() throws {
        let document = try Fixture.document(Fixture.string)
        let section: [UInt8] = [1, 2, 0, 4, 1, 1, 116, 1, 97]
        Self.expectRefused([2] + section + section + [0], document, .malformed(.duplicateClient(2)))
        Self.expectRefused([1, 1, 2, 0, 4, 1, 1, 116, 0, 0], document)
        Self.expectRefused([1, 1, 2, 0, 0, 0, 0], document)
        Self.expectRefused(Fixture.string + [0], document, .malformed(.trailingBytes(at: 13)))
    }

    @Test("A document does not grow beyond its limits")
    func documentLimits() throws {
        var limits = Limits.standard
        limits.contentBytes = 10
        let small = Document(clientID: 9, limits: limits)
        _ = try small.apply(Fixture.string)
        Self.expectRefused(Fixture.any, small, .documentTooLarge)
        limits = .standard
        limits.updateBytes = 12
        let narrow = Document(clientID: 9, limits: limits)
        Self.expectRefused(Fixture.string, narrow, .updateTooLarge(bytes: 13, limit: 12))
    }

    @Test("A document never takes more as one update than it may, however it came to be")
    func encodedSize() throws {
        let seed = Seed.choose()
        print("encoded size test: SAMSPIL_SEED=\(seed)")
        var random = RepeatableRandom(seed: seed)
        var limits = Limits.standard
        limits.updateBytes = 30_000
        let document = Document(clientID: 9, limits: limits)
        let peers = (1...4).map { Document(clientID: $0) }
        var refused = 0
        for _ in 0..<4_000 {
            let peer = peers[Int.random(in: 0..<4, using: &random)]
            _ = try peer.apply(document.encodeStateAsUpdate(since: peer.stateVector))
            let length = peer.text("t").length
            let update = peer.transact {
                if Int.random(in: 0..<8, using: &random) == 0, length > 4 {
                    peer.text("t").delete(at: Int.random(in: 0..<(length - 3), using: &random), length: 2)
                } else {
                    peer.text("t").insert("ord", at: Int.random(in: 0...length, using: &random))
                }
            }.update
            guard let update else { continue }
            do throws(UpdateError) {
                _ = try document.apply(update)
            } catch {
                #expect(error == .documentTooLarge)
                refused += 1
            }
            if refused > 20 { break }
            #expect(document.encodeStateAsUpdate().count <= document.encodedBound)
        }
        #expect(refused > 0, "the bound was never reached")
        #expect(document.encodeStateAsUpdate().count <= limits.updateBytes)
        #expect(document.encodeStateAsUpdate().count > limits.updateBytes * 3 / 4, "and it is no smaller than it says")
    }

    @Test("Keys that Swift takes for equal are different keys, as in JavaScript")
    func canonicallyEquivalentKeys() {
        let document = Document(clientID: 1)
        _ = document.transact {
            document.map("m").set("é", .value(1))
            document.map("m").set("e\u{301}", .value(2))
        }
        #expect(document.map("m").keys.count == 2)
        #expect(document.map("m")["é"]?.value == 1)
        #expect(document.map("m")["e\u{301}"]?.value == 2)
    }
}
