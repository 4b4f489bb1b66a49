import GRDB

/// Another program's look at, or hand in, the database file.
struct SecondConnection {
    private let queue: DatabaseQueue

    init(_ path: String) throws {
        queue = try DatabaseQueue(path: path)
    }

    func count(_ table: String) throws -> Int {
        try queue.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM \(table)") ?? 0 }
    }

    func execute(_ sql: String) throws {
        try queue.writeWithoutTransaction { try $0.execute(sql: sql) }
    }

    func close() throws {
        try queue.close()
    }

    /// Opens, changes, closes.
    static func tamper(_ path: String, _ sql: String) throws {
        let connection = try SecondConnection(path)
        try connection.execute(sql)
        try connection.close()
    }
}
