import Application

/// Lines that wait to be written, joined and bounded; what there is no room for is counted and reported. No I/O.
///
/// What is less than a warning may fill three quarters of the room: who makes many lines of the ordinary kind does not
/// drive out the one that says why nothing is saved.
struct LineQueue {
    /// Grave is a warning and above, and whatever is announced.
    enum Weight { case ordinary, grave }

    /// A reader that stalls costs this much memory and no more: some ten thousand lines.
    static let roomBytes = 1 << 20
    /// What is longer is cut: nothing the server says of itself is.
    static let lineBytes = 8192

    private(set) var bytes: [UInt8] = []
    private(set) var lines = 0
    /// Since the start.
    private(set) var dropped = 0
    /// Of those, the ones that no line has reported yet.
    private var untold = 0
    private let room: Int

    init(room: Int = Self.roomBytes) {
        self.room = room
    }

    var isEmpty: Bool { bytes.isEmpty }

    /// - Parameter line: without its end. Control characters become spaces: a line of the log is one event.
    mutating func add(_ line: String, _ weight: Weight) {
        let length = min(line.utf8.count, Self.lineBytes) + 1
        guard bytes.count + length <= (weight == .grave ? room : room / 4 * 3) else {
            dropped += 1
            untold += 1
            return
        }
        for byte in line.utf8.prefix(Self.lineBytes) { bytes.append(byte < 0x20 || byte == 0x7F ? 0x20 : byte) }
        bytes.append(0x0A)
        lines += 1
    }

    /// Everything that waits, in order, and behind it how many lines were dropped meanwhile.
    ///
    /// - Parameter tell: makes the line that says so of their number.
    mutating func take(telling tell: (Int) -> String) -> (bytes: [UInt8], lines: Int) {
        if untold > 0 {
            bytes += Array(tell(untold).utf8)
            bytes.append(0x0A)
            untold = 0
        }
        defer { (bytes, lines) = ([], 0) }
        return (bytes, lines)
    }

    /// Counts lines that were taken out and could not be written: the next line that gets through says so.
    mutating func lost(_ number: Int) {
        dropped += number
        untold += number
    }
}
