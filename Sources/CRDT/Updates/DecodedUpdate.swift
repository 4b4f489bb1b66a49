/// An update read and checked as a whole, before anything is done with it. Its memory is used again and again.
struct DecodedUpdate: ~Copyable {
    var records = Buffer<StructRecord>()
    var sections = Buffer<RecordSection>()
    var deletes = Buffer<DeleteRecord>()
    /// What can be integrated now, in an order in which everything comes after what it builds on.
    var order = Buffer<PlannedStruct>()
    /// Bytes of content, for the check of ``Limits/contentBytes``.
    private(set) var contentBytes = 0

    deinit {
        records.deallocate()
        sections.deallocate()
        deletes.deallocate()
        order.deallocate()
    }

    /// One client's structs.
    struct RecordSection: BitwiseCopyable {
        let client: UInt64
        /// Where its structs end in ``DecodedUpdate/records``.
        let end: Int
        /// The first struct that is not planned yet.
        var next: Int
        /// The client's clock once everything planned so far is integrated.
        var clock: UInt32
        /// Stands and waits for something that this update does not bring.
        var isBlocked = false
        /// Is being worked on: a section that waits for it waits for itself.
        var isOnStack = false
    }

    struct DeleteRecord: BitwiseCopyable {
        let client: UInt64
        let range: ClockRange
    }

    struct PlannedStruct: BitwiseCopyable {
        let record: Int
        /// Units that are known already.
        let offset: UInt32
    }

    mutating func decode(_ bytes: UnsafeBufferPointer<UInt8>, limits: Limits) throws(DecodingError) {
        records.truncate(to: 0)
        sections.truncate(to: 0)
        deletes.truncate(to: 0)
        order.truncate(to: 0)
        contentBytes = 0
        var reader = try UpdateReader(bytes, limits: limits)
        while let section = try reader.nextSection() {
            try decodeSection(section, from: &reader)
        }
        try sortSections()
        try reader.readDeletes { deletes.append($0) }
    }

    private mutating func decodeSection(
        _ section: UpdateSection, from reader: inout UpdateReader
    ) throws(DecodingError) {
        let first = records.count
        while let record = try reader.nextStruct() {
            records.append(record)
            contentBytes += Int(record.content.count)
        }
        sections.append(RecordSection(client: section.client, end: records.count, next: first, clock: 0))
    }

    /// Higher client ids first, as Yjs integrates them.
    private mutating func sortSections() throws(DecodingError) {
        guard sections.count > 1 else { return }
        sections.sort { $0.client > $1.client }
        for index in 1..<sections.count where sections[index].client == sections[index - 1].client {
            throw .duplicateClient(sections[index].client)
        }
    }
}
