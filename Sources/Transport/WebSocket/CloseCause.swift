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
    /// A frame that RFC 6455 forbids (1002), or text that is not UTF-8 (1007).
    case protocolError
    /// No close frame: reset, vanished, or hung up after an unanswered ping.
    case lost
}
