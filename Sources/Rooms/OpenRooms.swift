package import Transport

/// What is opened when somebody asks for it, and let go of when nobody has asked for a while.
@ServiceLoop
package protocol Room: AnyObject, Sendable {
    /// Somebody works with it without being in it: it counts as left now.
    func renew()
}

extension DocumentRoom: Room {}
extension SessionRoom: Room {}

/// The rooms of one kind that are in memory: each is opened once, however many ask for it at the same time.
@ServiceLoop
package final class OpenRooms<Kind: Room> {
    private var rooms: [String: Kind] = [:]
    private var opening: [String: Task<Kind, any Error>] = [:]

    package var values: some Collection<Kind> { rooms.values }
    package var count: Int { rooms.count }
    package var isEmpty: Bool { rooms.isEmpty }

    package subscript(id: String) -> Kind? { rooms[id] }

    /// - Parameter open: reads what the database has of it; called where it is not in memory.
    /// - Throws: what `open` throws, to all who asked meanwhile.
    func room(_ id: String, open: @escaping @ServiceLoop () async throws -> Kind) async throws -> Kind {
        if let room = rooms[id] {
            room.renew()
            return room
        }
        if let task = opening[id] { return try await task.value }
        let task = Task { @ServiceLoop in
            let room = try await open()
            rooms[id] = room
            return room
        }
        opening[id] = task
        defer { opening[id] = nil }
        return try await task.value
    }

    /// The room where it is open, or is being opened; nil where nobody has asked for it.
    func asked(for id: String) async throws -> Kind? {
        if let task = opening[id] { return try await task.value }
        return rooms[id]
    }

    func letGo(of id: String) { rooms[id] = nil }
}
