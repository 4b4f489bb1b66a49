/// Why a WebSocket ended; the counters and the log use the same words.
package enum CloseCause: String, Sendable, Hashable, CaseIterable {
    /// The peer sent a close frame.
    case peer
    /// The handler closed it.
    case server
    /// The transport shuts down (1012).
    case shutdown
    /// The peer read too slowly for the outbound queue (1013).
    case slowReader
    /// A message larger than allowed (1009), or in too many fragments (1008).
    case tooLarge
    /// Text that is not UTF-8 (1007), or a malformed close frame (1002).
    case protocolError
    /// No close frame: reset, vanished, hung up after an unanswered ping, or a frame libwebsockets refused.
    case lost
}
