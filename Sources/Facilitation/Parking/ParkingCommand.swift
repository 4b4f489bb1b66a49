package enum ParkingCommand: CommandArea {
    case park(ParkedItem)
    case settle(ItemSettling)

    init?(_ kind: SessionCommand.Kind, from decoder: any Decoder) throws {
        switch kind {
        case .parkItem: self = .park(try ParkedItem(from: decoder))
        case .settleItem: self = .settle(try ItemSettling(from: decoder))
        default: return nil
        }
    }

    package var kind: SessionCommand.Kind {
        switch self {
        case .park: .parkItem
        case .settle: .settleItem
        }
    }

    var payload: (any Encodable)? {
        switch self {
        case .park(let item): item
        case .settle(let settling): settling
        }
    }

    func events(in decision: Decision) throws(Refusal) -> [SessionEvent] {
        switch self {
        case .park(let item): try decision.park(item)
        case .settle(let settling): try decision.settle(settling)
        }
    }
}
