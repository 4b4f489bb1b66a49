import Application
import Foundation

/// How much of what the database may use it uses.
struct DiskRoom: Sendable, Hashable {
    /// What the database holds.
    var usedBytes: Int64
    /// What it may grow to; nil for no limit but the disk.
    var allowedBytes: Int64?
    /// What others, and the database, may still write on its disk.
    var freeBytes: Int64

    /// From 0 to 1, of whichever ends first: the limit or the disk.
    var share: Double {
        let ofDisk = Double(usedBytes) / Double(max(1, usedBytes + freeBytes))
        guard let allowedBytes else { return ofDisk }
        return min(1, max(ofDisk, Double(usedBytes) / Double(max(1, allowedBytes))))
    }

    /// Free space of the disk that holds `directory`, for a process like this one. Blocks as long as the disk does.
    static func freeBytes(in directory: String) -> Int64? {
        var figures = statvfs()
        guard statvfs(directory, &figures) == 0 else { return nil }
        return Int64(clamping: UInt64(figures.f_bavail) * UInt64(figures.f_frsize))
    }
}

/// When nothing new is begun any more, so that there is room for what goes on.
package struct DiskLimits: Sendable, Hashable {
    /// Per cent of what the database may use. The rest is for what people write meanwhile: at 16 GiB, for weeks.
    package var fullPercent = 90
    /// Free space of the disk below which it is the same, however little the database uses of it: a commit needs room
    /// for its log.
    package var reserveBytes = 64 << 20

    /// For a disk of some tens of gigabytes.
    package init() {}

    /// Whether room has become short, or is short no more. Between the two nothing changes, so that it does not go back
    /// and forth.
    func isShort(_ room: DiskRoom, before: Bool) -> Bool {
        let percent = room.share * 100
        if percent >= Double(fullPercent) || room.freeBytes < Int64(reserveBytes) { return true }
        if percent < Double(fullPercent) - 5, room.freeBytes >= Int64(reserveBytes) / 4 * 5 { return false }
        return before
    }
}
