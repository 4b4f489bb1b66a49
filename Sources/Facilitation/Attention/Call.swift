/// Everybody is asked to one place. Payload of `callTogether` and of `calledTogether`.
package struct Call: Sendable, Hashable, Codable {
    package enum Mode: String, Sendable, Hashable, Codable {
        /// Everybody is shown the way, and may leave again.
        case summon
        /// Everybody follows until they are released.
        case takeAlong
    }

    package var mode: Mode
    /// nil is the session's own page.
    package var modelId: String?

    package init(mode: Mode, modelId: String? = nil) {
        self.mode = mode
        self.modelId = modelId
    }
}
