extension YText {
    /// Holds on to the unit at an index, or with a negative association to the one before it.
    package func relativePosition(at index: Int, association: Int = 0) -> RelativePosition {
        document.relativePosition(in: type, at: index, association: association)
    }
}

extension YArray {
    /// Holds on to the element at an index, or with a negative association to the one before it.
    package func relativePosition(at index: Int, association: Int = 0) -> RelativePosition {
        document.relativePosition(in: type, at: index, association: association)
    }
}

extension Document {
    /// Yjs: `createRelativePositionFromTypeIndex`.
    fileprivate func relativePosition(in type: TypeIndex, at index: Int, association: Int) -> RelativePosition {
        var left = index
        if association < 0 {
            guard index > 0 else { return RelativePosition(anchor: end(of: type), association: association) }
            left -= 1
        }
        var next = store.types[type].start
        while next != .none {
            let block = store.blocks[next]
            if block.isVisible {
                if left < Int(block.length) { return position(at: block, unit: UInt32(max(left, 0)), association) }
                left -= Int(block.length)
            }
            if block.right == .none, association < 0 { return position(at: block, unit: block.length - 1, association) }
            next = block.right
        }
        return RelativePosition(anchor: end(of: type), association: association)
    }

    /// Names one unit of a block by its id, which no edit changes.
    private func position(at block: Block, unit: UInt32, _ association: Int) -> RelativePosition {
        let anchor = RelativePosition.Anchor.item(
            client: store.clients[block.client].id, clock: UInt64(block.clock + unit))
        return RelativePosition(anchor: anchor, association: association)
    }

    /// A root is named by its name, a nested type by the unit that holds it.
    private func end(of type: TypeIndex) -> RelativePosition.Anchor {
        let record = store.types[type]
        guard record.block != .none else {
            return .root(record.rootName == .none ? "" : store.keys.string(of: record.rootName))
        }
        let holder = store.blocks[record.block]
        return .type(client: store.clients[holder.client].id, clock: UInt64(holder.clock))
    }

    /// Where a position is now; nil where what it holds on to is not known yet, or was collected.
    /// Yjs: `createAbsolutePositionFromRelativePosition`. Yjs also follows what its undo manager brought back under
    /// another id; that is known only to the replica that undid it.
    package func absolutePosition(of position: RelativePosition) -> AbsolutePosition? {
        switch position.anchor {
        case .item(let client, let clock):
            guard let index = block(client, clock), store.blocks[index].kind != .gc else { return nil }
            let block = store.blocks[index]
            let unit = UInt32(clock) - block.clock
            return absolute(block.parent, unitsBefore(index, unit: unit, position.association), position.association)
        case .root(let name):
            let length = position.association < 0 ? 0 : text(name).length
            return AbsolutePosition(target: .root(name), index: length, association: position.association)
        case .type(let client, let clock):
            guard let index = block(client, clock), store.type(heldBy: index) != .none else { return nil }
            let type = store.type(heldBy: index)
            let length = position.association < 0 ? 0 : Int(store.types[type].length)
            return absolute(type, length, position.association)
        }
    }

    /// nil where the unit is not integrated: it may still wait, or never have been.
    private func block(_ client: UInt64, _ clock: UInt64) -> BlockIndex? {
        guard let slot = store.knownSlot(of: client), clock < UInt64(store.clients[slot].clock) else { return nil }
        return store.block(holding: BlockID(client: slot, clock: UInt32(clock)))
    }

    /// Nothing is visible in a deleted type, so that the place is its beginning.
    private func unitsBefore(_ index: BlockIndex, unit: UInt32, _ association: Int) -> Int {
        let block = store.blocks[index]
        guard !store.isDeleted(block.parent) else { return 0 }
        var units = block.isVisible ? Int(unit) + (association < 0 ? 1 : 0) : 0
        var left = block.left
        while left != .none {
            if store.blocks[left].isVisible { units += Int(store.blocks[left].length) }
            left = store.blocks[left].left
        }
        return units
    }

    /// Tells roots from nested types, since the anchor may be a unit in either.
    private func absolute(_ type: TypeIndex, _ index: Int, _ association: Int) -> AbsolutePosition {
        let record = store.types[type]
        let target: AbsolutePosition.Target =
            record.block == .none && record.rootName != .none
            ? .root(store.keys.string(of: record.rootName)) : .nested(output(of: type))
        return AbsolutePosition(target: target, index: index, association: association)
    }
}
