import CRDT
import Foundation
import SyncProtocol

/// What bytes from the network are taken for. `SAMSPIL_FUZZ` in the environment chooses.
enum FuzzTarget: String, CaseIterable {
    case updateV1 = "update-v1"
    case updateV2 = "update-v2"
    case syncMessage = "sync-message"
    case awareness
    case stateVector = "state-vector"

    static let chosen: FuzzTarget = {
        let name = ProcessInfo.processInfo.environment["SAMSPIL_FUZZ"] ?? ""
        guard let target = FuzzTarget(rawValue: name) else {
            fatalError("SAMSPIL_FUZZ must be one of \(allCases.map(\.rawValue).joined(separator: ", "))")
        }
        return target
    }()

    func run(_ bytes: [UInt8]) {
        switch self {
        case .updateV1: Self.update(bytes)
        case .updateV2: Self.updateV2(bytes)
        case .syncMessage: Self.syncMessage(bytes)
        case .awareness: Self.awareness(bytes)
        case .stateVector: Self.stateVector(bytes)
        }
    }

    /// A document that something was written to, so that updates find what they may build on.
    private static func document(keepsDeleted: Bool) -> Document {
        let document = Document(clientID: 1, collectsGarbage: !keepsDeleted, makeClientID: { 4 })
        _ = document.transact {
            document.text("t").insert("a🙂bc", at: 0)
            document.array("a").insert([.value(1), .map([("k", .text("v"))]), .array([])], at: 0)
            document.map("m").set("k", .value("v"))
            document.text("t").delete(at: 1, length: 1)
        }
        return document
    }

    // MARK: Updates

    private static func update(_ bytes: [UInt8]) {
        let document = document(keepsDeleted: bytes.count % 2 == 0)
        apply(bytes, to: document)
        guard let merged = try? mergeUpdates([document.encodeStateAsUpdate(), bytes]) else { return }
        let other = Document(clientID: 2)
        if (try? other.apply(merged)) != nil { check(other) }
        _ = try? diffUpdate(bytes, since: document.stateVector)
        _ = try? encodeStateVector(fromUpdate: bytes)
    }

    private static func apply(_ update: [UInt8], to document: Document) {
        let before = document.encodeStateAsUpdate()
        do {
            _ = try document.apply(update)
            check(document)
            // Again it is nothing new.
            let state = document.encodeStateAsUpdate()
            _ = try document.apply(update)
            Finding.expect(document.encodeStateAsUpdate() == state, "an update applied twice differs")
        } catch {
            Finding.expect(document.encodeStateAsUpdate() == before, "a refused update left a trace")
        }
    }

    /// What is encoded can be read, and holds the same.
    private static func check(_ document: Document) {
        if let broken = document.brokenInvariant(ofHonestPeers: false) { Finding.report(broken) }
        let copy = Document(clientID: 3, collectsGarbage: false)
        guard (try? copy.apply(document.encodeStateAsUpdate())) != nil else {
            Finding.report("what was encoded can't be read")
        }
        // What waits and is partly known loses its known part, and with it perhaps what it waited for.
        if !document.hasPending {
            Finding.expect(copy.stateVector == document.stateVector, "what was encoded has another state vector")
        }
        Finding.expect(copy.visibleJSON.count > 0, "what was encoded shows nothing")
    }

    private static func updateV2(_ bytes: [UInt8]) {
        let document = document(keepsDeleted: bytes.count % 2 == 0)
        let before = document.encodeStateAsUpdate()
        do {
            _ = try document.applyV2(bytes)
            check(document)
            let again = try convertUpdateV2ToV1(try document.encodeStateAsUpdateV2())
            let copy = Document(clientID: 3)
            _ = try copy.apply(again)
            if !document.hasPending {
                Finding.expect(copy.stateVector == document.stateVector, "encoding V2 lost something")
            }
        } catch UpdateError.malformed(.expandsTooMuch) {
            return
        } catch {
            // Encoding what was applied must work; only applying may be refused.
            Finding.expect(document.encodeStateAsUpdate() == before, "a refused update left a trace")
        }
    }

    // MARK: Messages

    private static func syncMessage(_ bytes: [UInt8]) {
        guard let message = try? Message.decode(bytes) else { return }
        Finding.expect((try? Message.decode(message.encoded())) == message, "a message is not what it was")
        switch message {
        case .syncStep1(let vector): _ = document(keepsDeleted: true).encodeStateAsUpdate(since: vector)
        case .syncStep2(let update), .update(let update): apply(update, to: document(keepsDeleted: false))
        default: break
        }
    }

    private static func awareness(_ bytes: [UInt8]) {
        guard let update = try? AwarenessUpdate(decoding: bytes) else { return }
        Finding.expect((try? AwarenessUpdate(decoding: update.encoded())) == update, "awareness is not what it was")
        var states = AwarenessStates()
        let now = ContinuousClock.now
        _ = states.apply(update, from: 1, at: now)
        _ = states.apply(update, from: 2, at: now)
        _ = states.encodedAll()?.encoded()
        _ = states.removeAll(of: 1)
        _ = states.removeOutdated(at: now + .seconds(60))
    }

    private static func stateVector(_ bytes: [UInt8]) {
        if let vector = try? StateVector(decoding: bytes) {
            Finding.expect(
                (try? StateVector(decoding: vector.encoded())) == vector, "a state vector is not what it was")
            let document = document(keepsDeleted: true)
            let update = document.encodeStateAsUpdate(since: vector)
            Finding.expect((try? mergeUpdates([update])) != nil, "what was encoded can't be read")
        }
        if let snapshot = try? Snapshot(decoding: bytes) {
            Finding.expect((try? Snapshot(decoding: snapshot.encoded())) == snapshot, "a snapshot is not what it was")
            _ = try? document(keepsDeleted: true).restored(at: snapshot)
        }
        if let position = try? RelativePosition(decoding: bytes) {
            Finding.expect(
                (try? RelativePosition(decoding: position.encoded())) == position, "a position is not what it was")
            _ = document(keepsDeleted: true).absolutePosition(of: position)
        }
    }
}
