/// Something that is not for now, and who takes it on when. Owners are units and functions, never names. Payload of
/// `parkItem` and of `itemParked`; the same id again says it anew.
package struct ParkedItem: Sendable, Hashable, Codable {
    package var itemId: String
    package var text: String
    package var unitId: String?
    package var externalId: String?
    package var function: String?
    /// `YYYY-MM-DD`.
    package var due: String?

    package init(
        itemId: String, text: String, unitId: String? = nil, externalId: String? = nil, function: String? = nil,
        due: String? = nil
    ) {
        self.itemId = itemId
        self.text = text
        self.unitId = unitId
        self.externalId = externalId
        self.function = function
        self.due = due
    }
}
