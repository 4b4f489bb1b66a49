package import CRDT
package import Planning

/// Between a document that browsers edit and the collaboration model that it says. Pure: reading changes nothing that
/// anybody can see, and writing makes an update for a document that is still empty.
package enum ModelBinding {
    /// What a document says. Never fails: a client may have written anything, and what cannot be used reads as empty.
    /// - Parameter level: decided elsewhere; it isn't in the document.
    package static func read(
        _ document: Document, id: String, level: Level, definitions: FieldDefinitions
    ) -> CollaborationModel {
        let reader = DocumentReader(document)
        var values: [String: FieldValue] = [:]
        for field in definitions.fields { values[field.id] = reader.value(of: field) }
        return CollaborationModel(id: id, level: level, values: values)
    }

    /// An update of encoding V1 that makes an empty document say what the model says. Reading it back gives the model.
    ///
    /// It is a pure function of the model's id and content, its client id too: the same model made twice merges with
    /// itself, and a browser that still holds an older import never takes one for the other.
    package static func makeUpdate(for model: CollaborationModel, definitions: FieldDefinitions) -> [UInt8] {
        let draft = write(model, definitions, as: 1)
        return write(model, definitions, as: ClientIdentity.derive(from: Array(model.id.utf8) + draft))
    }

    /// The document is made for this alone; its one transaction starts at clock 0.
    private static func write(
        _ model: CollaborationModel, _ definitions: FieldDefinitions, as client: UInt64
    ) -> [UInt8] {
        let document = Document(clientID: client)
        let writer = DocumentWriter(document)
        _ = document.transact {
            for field in definitions.fields { writer.write(model.values[field.id], of: field) }
        }
        return document.encodeStateAsUpdate()
    }
}

/// A client id made of content, for writes that may be repeated.
private enum ClientIdentity {
    /// FNV-1a, folded to the 32 bits that Yjs uses for client ids; never 0.
    static func derive(from bytes: [UInt8]) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return max(hash >> 32 ^ hash & 0xFFFF_FFFF, 1)
    }
}
