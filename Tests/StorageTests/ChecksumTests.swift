import Foundation
import GRDB
import Testing

@testable import Storage

struct ChecksumTests {
    @Test(arguments: [
        ("", 0 as UInt32), ("123456789", 0xE306_9283), ("a", 0xC1D0_4330),
        ("The quick brown fox jumps over the lazy dog", 0x2262_0404),
    ])
    func `CRC-32C gives the published values`(text: String, checksum: UInt32) {
        var crc = CRC32C()
        crc.update(text.utf8)
        #expect(crc.checksum == checksum)
    }

    @Test func `bytes taken in pieces give the checksum of the whole`() {
        let bytes = (0..<100).map { UInt8($0) }
        var whole = CRC32C()
        whole.update(bytes)
        for cut in 0...100 {
            var pieces = CRC32C()
            pieces.update(bytes[..<cut])
            pieces.update(bytes[cut...])
            #expect(pieces.checksum == whole.checksum)
        }
    }

    @Test func `every single flipped bit, another key and another place change the checksum`() {
        let bytes: [UInt8] = Array("Fælles prøvehandling".utf8)
        let checksum = RowChecksum.make(key: "m1", sequence: 1, bytes: bytes)
        for bit in 0..<(bytes.count * 8) {
            var flipped = bytes
            flipped[bit / 8] ^= 1 << (bit % 8)
            #expect(RowChecksum.make(key: "m1", sequence: 1, bytes: flipped) != checksum)
        }
        #expect(RowChecksum.make(key: "m2", sequence: 1, bytes: bytes) != checksum)
        #expect(RowChecksum.make(key: "m1", sequence: 2, bytes: bytes) != checksum)
        #expect(RowChecksum.make(key: "m1", sequence: 1, time: 1, bytes: bytes) != checksum)
    }

    /// Tables whose rows ``Schema/checkedColumns`` does not look after: each row of a log has a checksum of its own
    /// kind, an answer is read once within a day, and a newcomer is nothing but a reference.
    private static let others: Set = [
        "document_update", "document_snapshot", "session_event", "request_answer", "newcomer",
    ]

    /// The tables with a row's checksum as the database has them: each column with its type.
    private static func tables(_ database: Database) throws -> [String: [(name: String, type: String)]] {
        let all = try String.fetchAll(database, sql: "SELECT name FROM sqlite_schema WHERE type = 'table'")
            .filter { !$0.hasPrefix("sqlite_") && !$0.hasPrefix("grdb_") && !others.contains($0) }
        return try Dictionary(
            uniqueKeysWithValues: all.map { table in
                (table, try database.columns(in: table).map { (name: $0.name, type: $0.type) })
            })
    }

    @Test func `every column outside of the logs is in its row's checksum`() throws {
        let database = try DatabaseQueue(configuration: SQLiteStorage.configuration(SQLiteOptions()))
        try Schema.migrate(database)
        let tables = try database.read(Self.tables)
        #expect(Set(tables.keys) == Set(Schema.checkedColumns.keys))
        for (table, columns) in tables {
            let names = columns.map(\.name)
            #expect(names.contains("checksum"), "\(table)")
            #expect(Set(names.filter { $0 != "checksum" }) == Set(Schema.checkedColumns[table] ?? []), "\(table)")
        }
    }

    @Test(arguments: 1..<Schema.supportedVersion)
    func `rows that an earlier version wrote are whole in this one`(version: Int) async throws {
        let directory = try TemporaryDirectory()
        let before = try DatabaseQueue(
            path: directory.database, configuration: SQLiteStorage.configuration(SQLiteOptions()))
        try Schema.migrator.migrate(before, upTo: "\(version)")
        try await before.write { database in
            try database.execute(sql: "PRAGMA defer_foreign_keys = ON")
            for (table, columns) in try Self.tables(database) { try Self.fill(table, columns, database) }
        }
        try before.close()
        let storage = try SQLiteStorage.open(path: directory.database)
        await storage.close()
        #expect(try SQLiteInspection(path: directory.database).generalFaults() == [])
    }

    /// A row in which every id is `x`, so that all refer to each other, sealed as its version did. What has no end is
    /// what a later version gave one.
    private static func fill(_ table: String, _ columns: [(name: String, type: String)], _ database: Database) throws {
        let words = ["role": "administrator", "level": "knowledge"]
        let own = columns.filter { $0.name != "checksum" }
        let values = own.map { column -> DatabaseValue in
            switch column.type {
            case "INTEGER" where column.name == "expiresAt": .null
            case "INTEGER": 1.databaseValue
            case "BLOB": Data(repeating: 7, count: 32).databaseValue
            default: (words[column.name] ?? "x").databaseValue
            }
        }
        let names = own.map(\.name)
        try database.execute(
            sql: "INSERT INTO \(table) (\(names.joined(separator: ", "))) "
                + "VALUES (\(names.map { _ in "?" }.joined(separator: ", ")))",
            arguments: StatementArguments(values))
        guard own.count < columns.count else { return }
        let sealed = (Schema.checkedColumns[table] ?? []).filter(names.contains).joined(separator: ", ")
        try database.execute(sql: "UPDATE \(table) SET checksum = \(RowChecksum.function.name)(\(sealed))")
    }
}
