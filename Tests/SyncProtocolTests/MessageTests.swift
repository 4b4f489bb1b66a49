import CRDT
import SyncProtocol
import Testing

@Suite struct MessageTests {
    /// What each case looks like on the wire, as y-protocols writes it:
    /// `encoding.writeVarUint(e, 0); sync.writeSyncStep1(e, doc)` with a document whose client 5 has written 2 units.
    @Test("Each message has the bytes that y-protocols gives it")
    func bytes() {
        #expect(Message.syncStep1(StateVector([5: 2])).encoded() == [0, 0, 3, 1, 5, 2])
        #expect(Message.syncStep2([0, 0]).encoded() == [0, 1, 2, 0, 0])
        #expect(Message.update([0, 0]).encoded() == [0, 2, 2, 0, 0])
        #expect(Message.awareness([0]).encoded() == [1, 1, 0])
        #expect(Message.auth(reason: "nej").encoded() == [2, 0, 3, 0x6e, 0x65, 0x6a])
        #expect(Message.queryAwareness.encoded() == [3])
        #expect(Message.saved(StateVector()).encoded() == [4, 1, 0])
        #expect(Message.acknowledged(300).encoded() == [5, 0xac, 2])
    }

    @Test("Every message reads back as itself")
    func roundTrip() throws {
        let messages: [Message] = [
            .syncStep1(StateVector([1: 2, 3: 4])), .syncStep2([1, 2, 3]), .update([]), .awareness([9]),
            .queryAwareness, .auth(reason: "ingen adgang"), .saved(StateVector([7: 1])), .acknowledged(0),
        ]
        for message in messages { #expect(try Message.decode(message.encoded()) == message) }
    }

    @Test(
        "Bytes that are no message throw",
        arguments: [
            [], [0], [0, 3], [6], [0, 1, 5, 1], [2, 1], [3, 0], [0, 0, 1, 0, 0], [0, 0, 2, 1, 5], [4, 3, 0],
        ]
            as [[UInt8]])
    func malformed(bytes: [UInt8]) {
        #expect(throws: MessageError.self) { try Message.decode(bytes) }
    }
}
