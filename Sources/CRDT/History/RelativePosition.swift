/// A place in a list or a text that stays where it is while others edit. Yjs: `RelativePosition`.
package struct RelativePosition: Hashable, Sendable {
    /// What it holds on to.
    package enum Anchor: Hashable, Sendable {
        /// A unit of content.
        case item(client: UInt64, clock: UInt64)
        /// The end of a root, or with a negative ``RelativePosition/association`` its beginning.
        case root(String)
        /// The same of a nested type, by the unit that holds it.
        case type(client: UInt64, clock: UInt64)
    }

    /// What it holds on to; it may be of another replica, and unknown here.
    package let anchor: Anchor
    /// Below 0 it belongs to the unit before it, else to the one behind. Yjs: `assoc`.
    package let association: Int

    package init(anchor: Anchor, association: Int = 0) {
        self.anchor = anchor
        self.association = association
    }

    /// Yjs: `decodeRelativePosition`.
    package init(decoding bytes: [UInt8]) throws(DecodingError) {
        self = try bytes.withUnsafeBufferPointer { (bytes) throws(DecodingError) in
            var reader = ByteReader(bytes)
            let anchor = try Anchor(&reader)
            // Yjs before 13.5 wrote no association.
            let association = reader.remaining > 0 ? try reader.readVarInt() : 0
            try reader.expectEnd()
            guard association.magnitude < 0x1p53 else { throw .integerOutOfRange(at: bytes.count) }
            return RelativePosition(anchor: anchor, association: Int(association))
        }
    }

    /// Yjs: `encodeRelativePosition`.
    package func encoded() -> [UInt8] {
        var writer = ByteWriter()
        switch anchor {
        case .item(let client, let clock), .type(let client, let clock):
            if case .item = anchor { writer.write(0) } else { writer.write(2) }
            writer.writeVarUInt(client)
            writer.writeVarUInt(clock)
        case .root(let name):
            writer.write(1)
            writer.writeString(name)
        }
        writer.writeVarInt(Double(association))
        return writer.finish()
    }
}

extension RelativePosition.Anchor {
    fileprivate init(_ reader: inout ByteReader) throws(DecodingError) {
        let start = reader.position
        let tag = try reader.readVarUInt()
        switch tag {
        case 0: self = .item(client: try reader.readVarUInt(), clock: try reader.readVarUInt())
        case 1: self = .root(try reader.readString())
        case 2: self = .type(client: try reader.readVarUInt(), clock: try reader.readVarUInt())
        default: throw .unknownType(reference: tag, at: start)
        }
    }
}

/// Where a ``RelativePosition`` is just now. Yjs: `AbsolutePosition`.
package struct AbsolutePosition {
    /// The list or text.
    package enum Target {
        case root(String)
        case nested(Output)
    }

    /// Where the position is: a root by name, since any view can be made of one.
    package let target: Target
    /// Visible units before it.
    package let index: Int
    /// As in the relative position.
    package let association: Int
}
