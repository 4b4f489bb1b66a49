import CRDT
import Crypto
import Foundation
import ModelBinding
package import Planning
import Storage
import Synchronization

/// What a model says at one moment, and the version people confirm.
package struct ModelContent: Sendable {
    package let model: CollaborationModel
    /// Equal for equal content at an equal level, whatever the edits that led there: writing something and taking
    /// it back does not reopen an agreement.
    package let contentVersion: String
    /// Which reading it is of all that this process made: two of the same number are the same in everything, also in
    /// what their level hides.
    package let number: UInt64

    private static let count = Atomic<UInt64>(0)

    init(reading document: Document, id: String, level: Level, definitions: FieldDefinitions) {
        model = ModelBinding.read(document, id: id, level: level, definitions: definitions)
        contentVersion = Self.version(of: model, definitions: definitions)
        number = Self.count.add(1, ordering: .relaxed).newValue
    }

    /// The same of a document as it is stored; one that is not says nothing.
    ///
    /// - Throws: `RoomError.unreadable` when it is damaged.
    init(
        reading stored: StoredDocument?, id: String, level: Level, limits: Limits = .standard,
        definitions: FieldDefinitions
    ) throws(RoomError) {
        let document = try stored?.restore(id: id, limits: limits) ?? Document(clientID: 1)
        self.init(reading: document, id: id, level: level, definitions: definitions)
    }

    /// The first 128 bits of the SHA-256 of the canonical content, in hexadecimal.
    package static func version(of model: CollaborationModel, definitions: FieldDefinitions) -> String {
        let digest = SHA256.hash(data: model.canonicalContent(definitions))
        return digest.prefix(16).map { byte in
            let digits = String(byte, radix: 16)
            return digits.count == 1 ? "0" + digits : digits
        }.joined()
    }
}

/// What a document says as a model: read once for each change and level, however many ask.
struct ModelReading {
    /// Grows with every change of content.
    private var revision: UInt64 = 0
    /// What it said when it was read last.
    private var last: (revision: UInt64, content: ModelContent)?

    /// Where it was read since it changed last.
    var current: ModelContent? { last.flatMap { $0.revision == revision ? $0.content : nil } }

    mutating func contentChanged() { revision += 1 }

    mutating func content(
        of document: Document, id: String, level: Level, definitions: FieldDefinitions
    ) -> ModelContent {
        if let last, last.revision == revision, last.content.model.level == level { return last.content }
        let content = ModelContent(reading: document, id: id, level: level, definitions: definitions)
        last = (revision, content)
        return content
    }
}
