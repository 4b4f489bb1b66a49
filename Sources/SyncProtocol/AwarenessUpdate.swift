package import CRDT

/// What clients say about themselves: name, colour, cursor. y-protocols: `encodeAwarenessUpdate`.
package struct AwarenessUpdate: Hashable, Sendable {
    /// One client's state.
    package struct Entry: Hashable, Sendable {
        /// Yjs's id of the client, the same as in the document.
        package let clientID: UInt64
        /// Counts the states of this client; the highest one counts.
        package let clock: UInt64
        /// JSON; "null" says that the client has left.
        package let state: String

        package init(clientID: UInt64, clock: UInt64, state: String) {
            self.clientID = clientID
            self.clock = clock
            self.state = state
        }

        /// Whether the client has left.
        package var isNull: Bool { state == "null" }
    }

    /// As they came: a client may be named twice, and the later clock counts.
    package let entries: [Entry]

    package init(entries: [Entry]) {
        self.entries = entries
    }

    /// Reads y-protocols' encoding. States are checked to be JSON, as one that is not makes clients throw.
    package init(decoding bytes: [UInt8], limits: AwarenessLimits = .standard) throws(MessageError) {
        entries = try bytes.withUnsafeBufferPointer { (bytes) throws(MessageError) in
            var reader = ByteReader(bytes)
            var entries: [Entry] = []
            let count = try reading { () throws(DecodingError) in try reader.readCount(ofSize: 3) }
            for _ in 0..<count { entries.append(try Self.readEntry(&reader, limits: limits)) }
            try reading { () throws(DecodingError) in try reader.expectEnd() }
            return entries
        }
    }

    /// The length is looked at before the JSON is: scanning it costs time in proportion.
    private static func readEntry(
        _ reader: inout ByteReader, limits: AwarenessLimits
    ) throws(MessageError) -> Entry {
        let entry = try reading { () throws(DecodingError) in
            Entry(
                clientID: try reader.readVarUInt(), clock: try reader.readVarUInt(), state: try reader.readString())
        }
        guard entry.state.utf8.count <= limits.stateBytes else { throw .stateTooLong(client: entry.clientID) }
        guard Value.isJSON(entry.state) else { throw .stateIsNotJSON(client: entry.clientID) }
        return entry
    }

    /// The same, with `user` in every state as given: who somebody is, is not theirs to say, and neither beside it under
    /// one of its names. Of theirs stays the colour, which names nobody. A state that is no object, where a `user` would
    /// have no place, becomes one.
    package func presenting(_ user: Value) -> AwarenessUpdate {
        AwarenessUpdate(
            entries: entries.map { entry in
                guard !entry.isNull else { return entry }
                let state = Value(json: entry.state).map { Self.presenting(user, in: $0) } ?? .object(["user": user])
                return Entry(clientID: entry.clientID, clock: entry.clock, state: state.json)
            })
    }

    /// A colour is taken for text of at most 40 UTF-8 bytes, whatever it says; pages look at it before they use it.
    private static func presenting(_ user: Value, in state: Value) -> Value {
        guard case .object(var members) = state else { return .object(["user": user]) }
        var written = user
        if case .object(var parts) = user, case .object(let said)? = members["user"] {
            for name in parts.keys { members[name] = nil }
            for name in ["color", "colorLight"] {
                if case .string(let colour)? = said[name], colour.utf8.count <= 40 { parts[name] = .string(colour) }
            }
            written = .object(parts)
        }
        members["user"] = written
        return .object(members)
    }

    /// y-protocols: `encodeAwarenessUpdate`.
    package func encoded() -> [UInt8] {
        var writer = ByteWriter()
        writer.writeVarUInt(entries.count)
        for entry in entries {
            writer.writeVarUInt(entry.clientID)
            writer.writeVarUInt(entry.clock)
            writer.writeString(entry.state)
        }
        return writer.finish()
    }
}

extension AwarenessUpdate {
    /// Nil for no entries: there is nothing to send then.
    init?(nonEmpty entries: [Entry]) {
        guard !entries.isEmpty else { return nil }
        self.init(entries: entries)
    }
}
