/// The WebSocket status codes the rooms close with: RFC 6455 section 7.4.1, and 44xx from the private range
/// after the HTTP statuses they mirror.
package enum CloseCode {
    /// Invalid frame payload data: the bytes were no message, or no update.
    package static let invalidPayload: UInt16 = 1007
    /// Message too big.
    package static let tooBig: UInt16 = 1009
    /// Internal error.
    package static let internalError: UInt16 = 1011
    /// Service restart: come back soon.
    package static let restart: UInt16 = 1012
    /// Try again later.
    package static let overloaded: UInt16 = 1013
    /// Not signed in, or signed out meanwhile.
    package static let unauthorized: UInt16 = 4401
    /// Sends more than anybody does, also after having been told.
    package static let tooMany: UInt16 = 4429
    /// Unknown, or not for this person: the two are not told apart.
    package static let notFound: UInt16 = 4404
    /// The reason beside ``notFound`` where it was there, and somebody deleted it: pages say so.
    package static let deleted = "deleted"
}
