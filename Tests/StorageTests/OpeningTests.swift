import Foundation
import GRDB
import Testing

@testable import Storage

struct OpeningTests {
    @Test func `a missing database is made with its directories, closed to other users`() async throws {
        let directory = try TemporaryDirectory()
        let path = directory.path + "/a/b/samspil.sqlite"
        let storage = try SQLiteStorage.open(path: path)
        let file = try FileManager.default.attributesOfItem(atPath: path)
        let parent = try FileManager.default.attributesOfItem(atPath: directory.path + "/a/b")
        let log = try FileManager.default.attributesOfItem(atPath: path + "-wal")
        #expect(file[.posixPermissions] as? Int == 0o600)
        #expect(parent[.posixPermissions] as? Int == 0o700)
        #expect(log[.posixPermissions] as? Int == 0o600)
        await storage.close()
    }

    @Test(arguments: [
        ("journal_mode", "wal"), ("synchronous", "2"), ("foreign_keys", "1"), ("secure_delete", "1"),
    ])
    func `the writer keeps what durability and deletion rest on`(pragma: String, value: String) async throws {
        let directory = try TemporaryDirectory()
        let storage = try SQLiteStorage.open(path: directory.database)
        let found = try await storage.write { writer -> String? in
            let database = try #require(writer as? SQLiteAccess).database
            return try String.fetchOne(database, sql: "PRAGMA \(pragma)")
        }
        #expect(found == value)
        await storage.close()
    }

    @Test func `what was written is there after closing and opening`() async throws {
        let directory = try TemporaryDirectory()
        let first = try SQLiteStorage.open(path: directory.database)
        try await Fixtures.fill(first)
        await first.close()
        let second = try SQLiteStorage.open(path: directory.database)
        #expect(try await second.read { try $0.week("w1") } == Fixtures.week)
        await second.close()
    }

    @Test func `two servers cannot hold one database, and closing lets the next in`() async throws {
        let directory = try TemporaryDirectory()
        let path = directory.database
        let first = try SQLiteStorage.open(path: path)
        #expect(throws: StorageError.inUse(path: path)) { try SQLiteStorage.open(path: path) }
        #expect(StorageError.inUse(path: path).description.contains("in use by another running server"))
        await first.close()
        let second = try SQLiteStorage.open(path: path)
        await second.close()
    }

    @Test func `a database from a newer version is refused and left as it is`() async throws {
        let directory = try TemporaryDirectory()
        try await Fixtures.log([[1]], at: directory.database)
        try SecondConnection.tamper(directory.database, "INSERT INTO grdb_migrations VALUES ('99')")
        let expected = StorageError.newerVersion(found: 99, supported: Schema.supportedVersion)
        #expect(throws: expected) { try SQLiteStorage.open(path: directory.database) }
        #expect(expected.description.contains("newer version"))
        let other = try SecondConnection(directory.database)
        #expect(try other.count("grdb_migrations") == Schema.supportedVersion + 1)
        #expect(try other.count("document_update") == 1)
        try other.close()
        try SecondConnection.tamper(directory.database, "DELETE FROM grdb_migrations WHERE identifier = '99'")
        let storage = try SQLiteStorage.open(path: directory.database)
        await storage.close()
    }

    @Test func `rows from before there were checksums get theirs when the database is opened`() async throws {
        let directory = try TemporaryDirectory()
        let before = try DatabaseQueue(
            path: directory.database, configuration: SQLiteStorage.configuration(SQLiteOptions()))
        try Schema.migrator.migrate(before, upTo: "1")
        try await before.write {
            try $0.execute(
                sql: "INSERT INTO week (id, document, createdAt) VALUES (?, ?, ?)",
                arguments: [Fixtures.week.id, Fixtures.week.document, Fixtures.week.createdAt])
        }
        try before.close()
        #expect(try SQLiteInspection(path: directory.database).generalFaults() == [])
        let storage = try SQLiteStorage.open(path: directory.database)
        #expect(try await storage.read { try $0.weeks() } == [Fixtures.week])
        await storage.close()
        #expect(try SQLiteInspection(path: directory.database).generalFaults() == [])
    }

    @Test func `a directory that cannot be made says which and why`() throws {
        let directory = try TemporaryDirectory()
        let file = directory.path + "/file"
        try Data("x".utf8).write(to: URL(filePath: file))
        let expected = StorageError.notWritable(path: file + "/data", reason: "Not a directory")
        #expect(throws: expected) { try SQLiteStorage.open(path: file + "/data/samspil.sqlite") }
        #expect(expected.description == "Cannot write \(file)/data: Not a directory.")
        #expect(throws: StorageError.self) { try SQLiteStorage.open(path: "/proc/samspil/samspil.sqlite") }
        #expect(throws: StorageError.notWritable(path: directory.path, reason: "Is a directory")) {
            try SQLiteStorage.open(path: directory.path)
        }
    }

    @Test func `a file that is no database is damage, not a crash`() throws {
        let directory = try TemporaryDirectory()
        try Data(repeating: 0x41, count: 8_192).write(to: URL(filePath: directory.database))
        #expect {
            try SQLiteStorage.open(path: directory.database)
        } throws: { error in
            if case .corrupt(.file)? = error as? StorageError { true } else { false }
        }
    }

    @Test func `after closing everything is refused as closed`() async throws {
        let directory = try TemporaryDirectory()
        let storage = try SQLiteStorage.open(path: directory.database)
        await storage.close()
        await storage.close()
        #expect(storage.failure == .closed)
        await #expect(throws: StorageError.closed) { try await storage.write { try $0.insertWeek(Fixtures.week) } }
        await #expect(throws: StorageError.closed) { try await storage.read { try $0.weeks() } }
        await #expect(throws: StorageError.closed) { try await storage.reopen() }
    }

    @Test func `closing waits for what was handed in`() async throws {
        let directory = try TemporaryDirectory()
        let storage = try SQLiteStorage.open(path: directory.database)
        let writes = (0..<200).map { _ in
            Task { try await storage.write { try $0.appendUpdate(documentID: "d", bytes: [1]) } }
        }
        await storage.close()
        var acknowledged = 0
        for write in writes where (try? await write.value) != nil { acknowledged += 1 }
        let again = try SQLiteStorage.open(path: directory.database)
        #expect(try await again.read { try $0.document("d")?.updates.count ?? 0 } == acknowledged)
        await again.close()
    }
}
