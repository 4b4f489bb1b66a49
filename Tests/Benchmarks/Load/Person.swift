/// One connection, and what is known of what it has.
final class Person {
    let client: Client
    /// Its number among the room's writers; nil for those who only read.
    let writer: Int?
    let clientID: Int
    let decodes: Bool
    /// Clocks sent so far, and when.
    var sentAt: [UInt64] = []
    /// Clocks that the server said are saved.
    var saved = 0
    /// For each of the room's writers, how far its clock has come here.
    var seen: [Int]
    var isSynced = false
    var isWatchedForWriting = true
    var awarenessClock = 0

    init(_ client: Client, writer: Int?, clientID: Int, decodes: Bool, writers: Int) {
        self.client = client
        self.writer = writer
        self.clientID = clientID
        self.decodes = decodes
        seen = [Int](repeating: 0, count: writers)
    }
}
