package enum ParkingEvent: EventArea {
    case parked(ParkedItem)
    case settled(ItemSettling)

    init?(_ kind: SessionEvent.Kind, from decoder: any Decoder) throws {
        switch kind {
        case .itemParked: self = .parked(try ParkedItem(from: decoder))
        case .itemSettled: self = .settled(try ItemSettling(from: decoder))
        default: return nil
        }
    }

    package var kind: SessionEvent.Kind {
        switch self {
        case .parked: .itemParked
        case .settled: .itemSettled
        }
    }

    var payload: (any Encodable)? {
        switch self {
        case .parked(let item): item
        case .settled(let settling): settling
        }
    }

    func apply(to state: inout SessionState, at: Int64) {
        switch self {
        case .parked(let item):
            if let place = state.parkedItems.firstIndex(where: { $0.item.itemId == item.itemId }) {
                state.parkedItems[place].item = item
            } else {
                state.parkedItems.append(ParkedRecord(item: item, isSettled: false))
            }
        case .settled(let settling):
            guard let place = state.parkedItems.firstIndex(where: { $0.item.itemId == settling.itemId })
            else { return }
            state.parkedItems[place].isSettled = settling.settled
        }
    }
}
