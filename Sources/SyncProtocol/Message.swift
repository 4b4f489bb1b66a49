package import CRDT

/// A message of y-websocket's protocol, with two of ours.
///
/// The types 0 to 3 are those of y-protocols and y-websocket. 4 and 5 are sent only to clients that asked for them
/// when they connected, as y-websocket's client complains of types it doesn't know.
package enum Message: Hashable, Sendable {
    /// "This is what I have": the answer is a sync step 2 with the rest.
    case syncStep1(StateVector)
    /// All that the other lacks, as an update: the answer to step 1.
    case syncStep2([UInt8])
    /// What has changed since, as an update.
    case update([UInt8])
    /// An encoded ``AwarenessUpdate``.
    case awareness([UInt8])
    /// Asks for the awareness states of everybody.
    case queryAwareness
    /// The server refuses; y-protocols knows only this auth message.
    case auth(reason: String)
    /// Everything up to this state vector is durable.
    case saved(StateVector)
    /// So many of the sync step 2 and update messages of this connection are durable.
    case acknowledged(UInt64)
}

/// Numbers on the wire.
private enum MessageType {
    static let sync: UInt64 = 0
    static let awareness: UInt64 = 1
    static let auth: UInt64 = 2
    static let queryAwareness: UInt64 = 3
    static let saved: UInt64 = 4
    static let acknowledged: UInt64 = 5
}

// MARK: - Decoding

extension Message {
    /// Reads one message. The payload of an update is not looked into: that is the document's work.
    package static func decode(_ bytes: [UInt8]) throws(MessageError) -> Message {
        try bytes.withUnsafeBufferPointer { (bytes) throws(MessageError) in
            var reader = ByteReader(bytes)
            let message = try decode(&reader)
            try reading { () throws(DecodingError) in try reader.expectEnd() }
            return message
        }
    }

    private static func decode(_ reader: inout ByteReader) throws(MessageError) -> Message {
        let type = try reading { () throws(DecodingError) in try reader.readVarUInt() }
        switch type {
        case MessageType.sync: return try decodeSync(&reader)
        case MessageType.awareness: return .awareness(try decodePayload(&reader))
        case MessageType.auth: return try decodeAuth(&reader)
        case MessageType.queryAwareness: return .queryAwareness
        case MessageType.saved: return .saved(try decodeStateVector(&reader))
        case MessageType.acknowledged:
            return .acknowledged(try reading { () throws(DecodingError) in try reader.readVarUInt() })
        default: throw .unknownType(type)
        }
    }

    /// y-protocols' `sync.js`: `messageYjsSyncStep1`, `messageYjsSyncStep2`, `messageYjsUpdate`.
    private static func decodeSync(_ reader: inout ByteReader) throws(MessageError) -> Message {
        let type = try reading { () throws(DecodingError) in try reader.readVarUInt() }
        switch type {
        case 0: return .syncStep1(try decodeStateVector(&reader))
        case 1: return .syncStep2(try decodePayload(&reader))
        case 2: return .update(try decodePayload(&reader))
        default: throw .unknownSyncType(type)
        }
    }

    private static func decodeAuth(_ reader: inout ByteReader) throws(MessageError) -> Message {
        let type = try reading { () throws(DecodingError) in try reader.readVarUInt() }
        guard type == 0 else { throw .unknownAuthType(type) }
        return .auth(reason: try reading { () throws(DecodingError) in try reader.readString() })
    }

    /// A copy: the message's bytes go when it has been received.
    private static func decodePayload(_ reader: inout ByteReader) throws(MessageError) -> [UInt8] {
        try reading { () throws(DecodingError) in try reader.readBytes() }
    }

    private static func decodeStateVector(_ reader: inout ByteReader) throws(MessageError) -> StateVector {
        try reading { () throws(DecodingError) in try StateVector(decoding: try reader.readBytes()) }
    }
}

/// Runs a read of the engine and wraps its error.
func reading<Result>(_ body: () throws(DecodingError) -> Result) throws(MessageError) -> Result {
    do throws(DecodingError) {
        return try body()
    } catch {
        throw .malformed(error)
    }
}

// MARK: - Encoding

extension Message {
    /// The other way round. Bytes for one WebSocket message.
    package func encoded() -> [UInt8] {
        var writer = ByteWriter(capacity: payloadCount + 16)
        switch self {
        case .syncStep1(let vector):
            writer.writeVarUInt(MessageType.sync)
            writer.writeVarUInt(0)
            writer.writeSpan(vector.encoded())
        case .syncStep2(let update):
            writer.writeVarUInt(MessageType.sync)
            writer.writeVarUInt(1)
            writer.writeSpan(update)
        case .update(let update):
            writer.writeVarUInt(MessageType.sync)
            writer.writeVarUInt(2)
            writer.writeSpan(update)
        case .awareness(let update):
            writer.writeVarUInt(MessageType.awareness)
            writer.writeSpan(update)
        case .queryAwareness:
            writer.writeVarUInt(MessageType.queryAwareness)
        case .auth(let reason):
            writer.writeVarUInt(MessageType.auth)
            writer.writeVarUInt(0)
            writer.writeString(reason)
        case .saved(let vector):
            writer.writeVarUInt(MessageType.saved)
            writer.writeSpan(vector.encoded())
        case .acknowledged(let count):
            writer.writeVarUInt(MessageType.acknowledged)
            writer.writeVarUInt(count)
        }
        return writer.finish()
    }

    /// What to take memory for at once; a guess where the payload is small.
    private var payloadCount: Int {
        switch self {
        case .syncStep2(let bytes), .update(let bytes), .awareness(let bytes): bytes.count
        case .syncStep1, .queryAwareness, .auth, .saved, .acknowledged: 64
        }
    }
}
