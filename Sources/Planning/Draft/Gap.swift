/// Something that has to be put in place before the plan can be finished.
package struct Gap: Sendable, Hashable, Codable {
    package let kind: GapKind
    package let sentence: LocalizedText
    /// What to do about it.
    package let remedy: LocalizedText
    package let place: GapPlace
}
