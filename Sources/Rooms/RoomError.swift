/// Why a room could not be entered.
package enum RoomError: Error, Sendable {
    /// No model or session has this identifier.
    case unknown(String)
    /// What is stored could not be read; the text is for the log, not for the page.
    case unreadable(String, reason: String)
}
