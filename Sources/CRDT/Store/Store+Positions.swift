/// Walking a list by visible units. The server reads and writes little by position, so this is a plain walk.
extension Store {
    /// Calls `body` for each block of the list that is not deleted and countable.
    func forEachVisible(in type: TypeIndex, _ body: (BlockIndex) -> Void) {
        var index = types[type].start
        while index != .none {
            if blocks[index].isVisible { body(index) }
            index = blocks[index].right
        }
    }

    /// The block that holds a visible unit of the list, and which of its units it is.
    func locate(_ unit: Int, in type: TypeIndex) -> (block: BlockIndex, offset: UInt32)? {
        var left = unit
        var index = types[type].start
        while index != .none {
            let block = blocks[index]
            if block.isVisible {
                if left < Int(block.length) { return (index, UInt32(left)) }
                left -= Int(block.length)
            }
            index = block.right
        }
        return nil
    }

    /// Makes a unit of a block its first one, by splitting it.
    @discardableResult
    mutating func splitBlock(_ index: BlockIndex, at offset: UInt32) -> BlockIndex {
        let block = blocks[index]
        return self.block(startingWith: BlockID(client: block.client, clock: block.clock + offset))
    }

    /// The block after which something goes that is to have `units` visible units before it; none for the
    /// beginning. Splits a block that reaches beyond. Yjs: `typeListInsertGenerics`.
    mutating func blockBefore(_ units: Int, in type: TypeIndex) -> BlockIndex {
        guard units > 0 else { return .none }
        var left = units
        var index = types[type].start
        var last = BlockIndex.none
        while index != .none {
            let block = blocks[index]
            last = index
            if block.isVisible {
                if left <= Int(block.length) {
                    if left < Int(block.length) { splitBlock(index, at: UInt32(left)) }
                    return index
                }
                left -= Int(block.length)
            }
            index = block.right
        }
        return last
    }

    /// Deletes visible units of a list; stops at its end. Yjs: `typeListDelete`.
    mutating func deleteUnits(in type: TypeIndex, at start: Int, count: Int) {
        guard start >= 0, count > 0 else { return }
        let before = blockBefore(start, in: type)
        var index = before == .none ? types[type].start : blocks[before].right
        var left = count
        while index != .none, left > 0 {
            if blocks[index].isVisible {
                if left < Int(blocks[index].length) { splitBlock(index, at: UInt32(left)) }
                left -= Int(blocks[index].length)
                delete(index)
            }
            index = blocks[index].right
        }
    }
}
