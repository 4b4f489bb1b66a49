import Application
import HTTPTypes
import Logging
import Rooms
import Storage
import Transport

/// Measures every few seconds how much room there is for the database, and refuses new weeks and sessions long before
/// edits can no longer be saved. Sessions that are under way are not touched; the refusal ends by itself.
///
/// The looking is done off the service loop: a disk that hangs holds nobody up.
@ServiceLoop
final class DiskWatch {
    private static let interval: Duration = .seconds(5)

    /// As it was seen last; nil before the first look, and where nothing can be seen.
    private(set) var room: DiskRoom?
    private(set) var isShort = false
    private let limits: DiskLimits
    private let look: @Sendable () async -> DiskRoom?
    private let timing: any LoopTiming
    private let logger: Logger

    /// - Parameter look: called off the loop.
    init(limits: DiskLimits, timing: any LoopTiming, logger: Logger, look: @escaping @Sendable () async -> DiskRoom?) {
        self.limits = limits
        self.timing = timing
        self.logger = logger
        self.look = look
    }

    /// Watches from now on, for as long as this is held.
    func start() {
        let look = look
        Task { [weak self] in
            let room = await look()
            guard let self else { return }
            note(room)
            timing.after(Self.interval) { [weak self] in self?.start() }
        }
    }

    /// Takes a measurement in; logs only when the answer changes, so that a full disk is not filled by its own log.
    ///
    /// - Parameter room: nil where nothing could be read; then the last answer stands.
    func note(_ room: DiskRoom?) {
        guard let room else { return }
        self.room = room
        let was = isShort
        isShort = limits.isShort(room, before: was)
        guard isShort != was else { return }
        let metadata: Logger.Metadata = [
            "used": "\(room.usedBytes)", "free": "\(room.freeBytes)", "percent": "\(Int(room.share * 100))",
        ]
        if isShort {
            logger.error("room for the database is short: no new weeks and sessions", metadata: metadata)
        } else {
            logger.notice("there is room for the database again", metadata: metadata)
        }
    }

    /// Before something new is begun.
    ///
    /// - Throws: `Problem` 507 while room is short.
    func checkRoom() throws {
        guard isShort else { return }
        throw Problem(
            HTTPResponse.Status(code: 507, reasonPhrase: "Insufficient Storage"), "disk-nearly-full",
            "Der er snart ikke plads til mere på serveren, så nye uger og sessioner kan ikke oprettes. Intet er ændret, "
                + "og det, der er i gang, gemmes stadig. Bed den, der driver serveren, om at skaffe plads.",
            en: "The server will soon have no room left, so new weeks and sessions cannot be made. Nothing was "
                + "changed, and what is under way is still saved. Ask whoever runs the server to make room.")
    }

    /// The figures of `/metrics`; of the disk only after the first measurement.
    func write(to text: inout MetricsText) {
        text.add(
            .gauge, "samspil_room_short", "1 while room is too short for new weeks and sessions.", isShort ? 1 : 0)
        guard let room else { return }
        text.add(.gauge, "samspil_database_bytes", "What the database holds.", room.usedBytes)
        text.add(.gauge, "samspil_database_share", "Of what the database may use, from 0 to 1.", room.share)
        text.add(.gauge, "samspil_disk_free_bytes", "What may still be written on the database's disk.", room.freeBytes)
    }
}

extension DiskWatch {
    /// Of a database in a folder.
    convenience init(
        storage: any Storage, directory: String, limits: ServerLimits, timing: any LoopTiming, logger: Logger
    ) {
        let allowed = limits.storage.maximumBytes
        self.init(limits: limits.disk, timing: timing, logger: logger) {
            guard let used = try? await storage.read({ try $0.usedBytes() }),
                let free = DiskRoom.freeBytes(in: directory)
            else { return nil }
            return DiskRoom(usedBytes: used, allowedBytes: allowed, freeBytes: free)
        }
    }
}
