/// Every limit of the engine in one place.
///
/// Each is checked before memory is taken for what it bounds. They are set far above what a
/// collaboration model needs and far below what would hurt a machine that hosts a few thousand documents.
package struct Limits: Sendable {
    /// Bytes of one update, and of a whole document as one update: it is stored, loaded and sent to who comes so. What
    /// one message may carry is bounded lower, by the transport.
    package var updateBytes = 64 << 20

    /// Times its size that an update of encoding V2 may take in V1, where it takes more than ``expandedBytes``. V2 writes
    /// repetition once: a few bytes can stand for any number of structs.
    package var expansion = 32

    /// Bytes of V1 that any update of encoding V2 may stand for, however small it is.
    package var expandedBytes = 64 << 10

    /// Blocks (runs of content) a document may hold. A block takes 64 bytes: 4 Mi of them are 256 MiB.
    package var blocks = 4 << 20

    /// Bytes of content a document may hold. Offsets into the content are 32 bits wide, and slack for
    /// growing runs doubles what is stored, so this must stay well below 2 GiB.
    package var contentBytes = 256 << 20

    /// Client ids a document may know. Each takes a few hundred bytes, and every state vector names all.
    package var clients = 1 << 20

    /// The highest clock of one client. Clocks are 32 bits wide inside; one bit is left so that
    /// clock + length can never overflow. A client that typed ten characters a second would need seven years.
    package var clock: UInt64 = 1 << 31

    /// Bytes of updates that wait for what they build on. They are kept encoded and looked through again
    /// whenever something arrives that they wait for: 2 MiB take some milliseconds.
    package var pendingBytes = 2 << 20

    /// Ranges of deletes that wait for what they delete: 16 bytes each.
    package var pendingDeletes = 1 << 17

    /// Bytes of one key or root name: longer ones only waste memory, as keys are never forgotten.
    package var keyBytes = 1 << 16

    /// How deep arrays and objects may nest inside one plain value. Values are read by recursion, and
    /// the stacks of worker threads are 512 KiB.
    package var valueNesting = 100

    /// What every document is held to that nobody configured otherwise; ``forReading`` never goes below it.
    package static let standard = Limits()

    package init() {}

    /// What a document may be read back with that was stored under other limits: nothing that was taken once is lost
    /// because less is taken today.
    package var forReading: Limits {
        var wide = self
        let standard = Self.standard
        wide.updateBytes = max(updateBytes, standard.updateBytes)
        wide.blocks = max(blocks, standard.blocks)
        wide.contentBytes = max(contentBytes, standard.contentBytes)
        wide.clients = max(clients, standard.clients)
        wide.clock = max(clock, standard.clock)
        wide.pendingBytes = max(pendingBytes, standard.pendingBytes)
        wide.pendingDeletes = max(pendingDeletes, standard.pendingDeletes)
        wide.keyBytes = max(keyBytes, standard.keyBytes)
        wide.valueNesting = max(valueNesting, standard.valueNesting)
        return wide
    }
}
