/// A party's word that it stands by what a model said (»Forpligtende dialogstyring«: the moment when it is an
/// agreement).
package struct Confirmation: Sendable, Hashable {
    package let party: Party
    /// The function that confirmed, never a name.
    package let function: String
    package let on: CalendarDate
    /// The version of the content that was confirmed; nil in a document that was brought in means the content it
    /// came with.
    package let contentVersion: String?
    /// What the party gives, and what it needs from the others, in its own words at the time.
    package let give: String?
    package let need: String?

    /// - Parameter contentVersion: of the content that was confirmed (``CollaborationModel/canonicalContent``).
    package init(
        party: Party, function: String, on: CalendarDate, contentVersion: String? = nil, give: String? = nil,
        need: String? = nil
    ) {
        self.party = party
        self.function = function
        self.on = on
        self.contentVersion = contentVersion
        self.give = give
        self.need = need
    }

    /// - Returns: nil when the object names no party or no day.
    init?(_ json: JSONValue) {
        guard let party = Party(json), let on = json["on"]?.date else { return nil }
        self.init(
            party: party, function: json["function"]?.string ?? "", on: on,
            contentVersion: presentText(json["contentVersion"]?.string), give: presentText(json["give"]?.string),
            need: presentText(json["need"]?.string))
    }

    /// The same confirmation of another version of the content.
    package func withContentVersion(_ version: String?) -> Confirmation {
        Confirmation(party: party, function: function, on: on, contentVersion: version, give: give, need: need)
    }

    /// - Parameter contentVersion: what the model's content is now.
    package func state(against contentVersion: String) -> ConfirmationState {
        self.contentVersion ?? contentVersion == contentVersion ? .current : .beforeChange
    }
}

/// Whether what was confirmed is still what the model says.
package enum ConfirmationState: String, Sendable, Hashable, Codable, CaseIterable {
    case current
    /// "Bekræftet før ændring": the content has changed since.
    case beforeChange
}

/// Who takes part in a collaboration: a unit of the municipality or somebody outside it.
package enum Party: Sendable, Hashable {
    case unit(String)
    case external(String)

    /// The id that a member object carries as `unitId` or `externalId`.
    init?(_ json: JSONValue) {
        if let id = presentText(json["unitId"]?.string) {
            self = .unit(id)
        } else if let id = presentText(json["externalId"]?.string) {
            self = .external(id)
        } else {
            return nil
        }
    }

    package var unitId: String? {
        guard case .unit(let id) = self else { return nil }
        return id
    }

    package var externalId: String? {
        guard case .external(let id) = self else { return nil }
        return id
    }
}
