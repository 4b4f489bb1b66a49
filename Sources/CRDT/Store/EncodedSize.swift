/// How many bytes a document takes as one update: never less than it says, and exact after each measuring.
///
/// Measuring is encoding, which takes as long as the document is large. So what comes in is added up, with what it may
/// cost beyond its own bytes, and measured only when the sum has reached the limit and there is something to be gained.
struct EncodedSize {
    /// A struct that is put into the middle of a run makes two of it, and the second names its neighbours anew: two ids
    /// of at most 15 bytes, a head, a length.
    static let bytesPerSplit = 40

    private(set) var bound = 0
    private var boundWhenMeasured = 0
    private var contentWhenMeasured = 0

    mutating func grow(by bytes: Int) { bound += bytes }

    /// Whether the document may be so much smaller than the bound that measuring is worth its time.
    func isWorthMeasuring(content: Int, limit: Int) -> Bool {
        let step = limit / 16
        return bound - boundWhenMeasured > step || contentWhenMeasured - content > step
    }

    mutating func measured(_ bytes: Int, content: Int) {
        bound = bytes
        boundWhenMeasured = bytes
        contentWhenMeasured = content
    }
}
