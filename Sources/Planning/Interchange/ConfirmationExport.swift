/// Writes confirmations over those a model came with.
enum ConfirmationExport {
    /// A confirmation that came with the document keeps its members as they were.
    static func confirmations(of state: ModelState, over source: JSONValue?) -> JSONValue? {
        let originals = source?.array ?? []
        let written = state.confirmations.enumerated().map { index, confirmation in
            // Usually at the same place; a party may stand there twice.
            let candidates = (index < originals.count ? [originals[index]] : []) + originals
            return json(confirmation, of: state, over: candidates.first { Party($0) == confirmation.party } ?? [:])
        }
        if written.isEmpty && source?.array == nil { return source }
        return .array(written)
    }

    private static func json(_ confirmation: Confirmation, of state: ModelState, over source: JSONValue) -> JSONValue {
        var json = source
        if Party(source) != confirmation.party {
            json["unitId"] = confirmation.party.unitId.map(JSONValue.string)
            json["externalId"] = confirmation.party.externalId.map(JSONValue.string)
        }
        json["function"] = .string(confirmation.function)
        json["on"] = .string(confirmation.on.iso)
        if presentText(source["give"]?.string) != confirmation.give {
            json["give"] = confirmation.give.map(JSONValue.string)
        }
        if presentText(source["need"]?.string) != confirmation.need {
            json["need"] = confirmation.need.map(JSONValue.string)
        }
        // A version that is the content's own says nothing that the document doesn't say itself.
        let version = state.state(of: confirmation) == .beforeChange ? confirmation.contentVersion : nil
        if let written = presentText(source["contentVersion"]?.string), written == confirmation.contentVersion {
            return json
        }
        if presentText(source["contentVersion"]?.string) != version {
            json["contentVersion"] = version.map(JSONValue.string)
        }
        return json
    }
}
