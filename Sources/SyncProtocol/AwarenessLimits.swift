/// What a connection may make a room remember about who is there.
package struct AwarenessLimits: Sendable {
    /// Bytes of one state. A name, a colour and a cursor take some 200; each is sent to everybody.
    package var stateBytes = 16 << 10
    /// Client ids one connection may introduce. A browser has one; a page that reloads inside one connection, a few.
    package var clientsPerOwner = 8
    /// Clocks remembered of clients that left, so that a late or returning message can be told from a new one.
    package var departed = 4096

    /// Bytes of all states of a room. All of them are sent to who joins, in one message; 1,000 people take as much.
    package var roomBytes = 320 << 10

    package static let standard = AwarenessLimits()

    package init() {}
}
