/// A short message to everybody, also those in groups. Payload of `sayToAll` and of `saidToAll`; an empty one takes
/// the last away.
package struct Announcement: Sendable, Hashable, Codable {
    package var text: String

    package init(text: String) {
        self.text = text
    }
}
