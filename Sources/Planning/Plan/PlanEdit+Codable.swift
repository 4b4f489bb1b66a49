/// As JSON `before` and `after` are a head where there is no field, else a value; absent is nothing.
extension PlanEdit {
    private enum CodingKeys: String, CodingKey {
        case itemId, field, before, after
    }

    package init(from decoder: any Decoder) throws {
        let members = try decoder.container(keyedBy: CodingKeys.self)
        let field = try members.decodeIfPresent(String.self, forKey: .field)
        func part(_ key: CodingKeys) throws -> Part? {
            if field == nil { return try members.decodeIfPresent(PlanItem.Head.self, forKey: key).map(Part.head) }
            return try members.decodeIfPresent(PlanValue.self, forKey: key).map(Part.value)
        }
        self.init(
            itemId: try members.decode(String.self, forKey: .itemId), field: field, before: try part(.before),
            after: try part(.after))
    }

    package func encode(to encoder: any Encoder) throws {
        var members = encoder.container(keyedBy: CodingKeys.self)
        try members.encode(itemId, forKey: .itemId)
        try members.encodeIfPresent(field, forKey: .field)
        for (key, part) in [(CodingKeys.before, before), (.after, after)] {
            switch part {
            case .head(let head): try members.encode(head, forKey: key)
            case .value(let value): try members.encode(value, forKey: key)
            case nil: break
            }
        }
    }
}
