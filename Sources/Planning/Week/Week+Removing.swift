/// A session's document without what was deleted.
extension Week {
    package static func without(model id: String, session document: JSONValue) -> JSONValue {
        var document = document
        if let ids = document["modelIds"]?.strings { document["modelIds"] = .strings(ids.filter { $0 != id }) }
        guard document["phases"]?.array != nil else { return document }
        document["phases"] = .array(
            document.elements("phases").map { phase in
                guard let ids = phase["modelIds"]?.strings else { return phase }
                var phase = phase
                phase["modelIds"] = .strings(ids.filter { $0 != id })
                return phase
            })
        return document
    }

    package static func without(participant id: String, session document: JSONValue) -> JSONValue {
        guard document["participants"]?.array != nil else { return document }
        var document = document
        document["participants"] = .array(document.elements("participants").filter { $0["id"]?.string != id })
        return document
    }
}
