/// An update read and checked as a whole, before anything is done with it. Its memory is used again and again.
struct DecodedUpdate: ~Copyable {
    /// Every client named, also those that are only somebody's origin.
    var clients = NamedClients()
    /// The structs of all sections, section by section as they came.
    var records = Buffer<DecodedStruct>()
    /// Higher client ids first, which is how Yjs integrates them.
    var sections = Buffer<RecordSection>()
    var deletes = Buffer<DecodedDelete>()
    /// What can be integrated now, in an order in which everything comes after what it builds on.
    var order = Buffer<PlannedRun>()
    /// Structs in ``order``.
    var plannedCount = 0
    /// Bytes of content, for the check of ``Limits/contentBytes``.
    private(set) var contentBytes = 0
    /// Bytes of the update itself.
    private(set) var byteCount = 0

    /// More structs and deletes than this are not expected again: what a document is loaded from is not kept in memory with it.
    private static let keptRecords = 1024
    /// Memory is taken at once for as many structs as an update claims to have, but not for more than there would be of
    /// this many bytes.
    private static let leastUsualBytes = 4

    deinit {
        records.deallocate()
        sections.deallocate()
        deletes.deallocate()
        order.deallocate()
    }

    /// One client's structs.
    struct RecordSection: BitwiseCopyable {
        /// Index in ``DecodedUpdate/clients``.
        let client: UInt32
        /// Where its structs end in ``DecodedUpdate/records``.
        let end: Int
        /// Where its last struct ends in the update.
        let endOffset: Int
        /// The first struct that is not planned yet.
        var next: Int
        /// Stands and waits for something that this update does not bring.
        var isBlocked = false
        /// Is being worked on: a section that waits for it waits for itself.
        var isOnStack = false
    }

    /// A deletion as the update names it.
    struct DeleteRecord: BitwiseCopyable {
        let client: UInt64
        let range: ClockRange
    }

    /// A deletion by the client's index.
    struct DecodedDelete: BitwiseCopyable {
        /// Index in ``DecodedUpdate/clients``.
        let client: UInt32
        let range: ClockRange
    }

    /// Structs that follow each other in ``records`` and are integrated one after the other.
    struct PlannedRun: BitwiseCopyable {
        /// Index in ``DecodedUpdate/clients``.
        let client: UInt32
        let first: UInt32
        var end: UInt32
        /// Units of the first one that are known already.
        let offset: UInt32
    }

    /// Reads and checks all of an update. After an error what it holds is of no use; the next call begins anew.
    mutating func decode(_ bytes: UnsafeBufferPointer<UInt8>, limits: Limits) throws(DecodingError) {
        removeAll()
        byteCount = bytes.count
        var reader = try UpdateReader(bytes, limits: limits)
        while let section = try reader.nextSection() {
            try decodeSection(section, from: &reader)
        }
        sortSections()
        try reader.readDeletes { deletes.append(DecodedDelete(client: clients.index(of: $0.client), range: $0.range)) }
    }

    /// Whether anything of it is content that is not there: what is planned, or waits.
    var bringsStructs: Bool {
        plannedCount > 0 || sections.elements.contains { $0.next < $0.end }
    }

    /// The clients some of whose structs wait.
    var waitingClients: [UInt64] {
        sections.elements.filter { $0.next < $0.end }.map { clients[$0.client].id }
    }

    private mutating func removeAll() {
        clients.removeAll()
        records.truncate(to: 0)
        sections.truncate(to: 0)
        deletes.truncate(to: 0)
        order.truncate(to: 0)
        plannedCount = 0
        contentBytes = 0
    }

    /// A client with two sections is refused: which of them is right cannot be told.
    private mutating func decodeSection(
        _ section: UpdateSection, from reader: inout UpdateReader
    ) throws(DecodingError) {
        let client = clients.index(of: section.client)
        guard clients[client].section == .none else { throw .duplicateClient(section.client) }
        clients[client].section = 0
        let first = records.count
        records.reserve(first + min(section.structCount, reader.reader.remaining / Self.leastUsualBytes))
        var record = StructRecord()
        while try reader.readStruct(into: &record) {
            records.append(DecodedStruct(record, clients: &clients))
            contentBytes += Int(record.content.count)
        }
        sections.append(
            RecordSection(client: client, end: records.count, endOffset: reader.reader.position, next: first))
    }

    /// Higher client ids first, as Yjs integrates them.
    private mutating func sortSections() {
        if sections.count > 1 { sections.sort { clients[$0.client].id > clients[$1.client].id } }
        for index in 0..<sections.count { clients[sections[index].client].section = UInt32(index) }
    }

    /// Gives back the memory of an update that was much larger than most.
    mutating func shrink() {
        if records.capacity + deletes.capacity > Self.keptRecords { releaseMemory() }
    }

    @inline(never) private mutating func releaseMemory() {
        records.release()
        deletes.release()
        order.release()
    }
}
