/// Where a block goes when others were inserted at the same place at the same time.
extension Store {
    /// Step 1, detect: something was inserted between the neighbours that the block's author saw.
    func isConflicting(_ block: Block) -> Bool {
        if block.left != .none { return blocks[block.left].right != block.right }
        return block.right == .none || blocks[block.right].left != .none
    }

    /// Step 2, resolve: the left neighbour that every replica will choose, whatever came first.
    ///
    /// Walks from the left origin to the right origin over the blocks others inserted there:
    ///
    ///     … left origin │ b b b │ c c │ c │ right origin …
    ///
    /// A block with the *same* left origin competes: the smaller client id goes first. A block whose origin lies
    /// *among* those walked over belongs to one of them and goes where that one goes. A block whose origin lies
    /// *before* the left origin ends the walk: everything from there on is further right.
    ///
    /// Yjs keeps two sets, "before origin" and "conflicting". Here each block walked over is marked with the step
    /// number of the walk: it is in the first set when its mark is of this walk, in the second when it was marked
    /// since the candidate last moved. Nothing is allocated.
    mutating func scanConflicts(of block: Block) -> BlockIndex {
        prepareScan()
        let beginning = scanStep
        var candidateStep = scanStep
        var left = block.left
        var other = firstConflict(of: block)
        while other != .none, other != block.right {
            scanStep += 1
            blocks[other].mark = scanStep
            let current = blocks[other]
            if current.origin == block.origin {
                if clients[current.client].id < clients[block.client].id {
                    left = other
                    candidateStep = scanStep
                } else if current.rightOrigin == block.rightOrigin {
                    break
                }
            } else if current.origin.exists {
                let mark = blocks[self.block(holding: current.origin)].mark
                guard mark > beginning else { break }
                if mark <= candidateStep {
                    left = other
                    candidateStep = scanStep
                }
            } else {
                break
            }
            other = blocks[other].right
        }
        return left
    }

    /// The leftmost that may have been inserted at the same place.
    private func firstConflict(of block: Block) -> BlockIndex {
        if block.left != .none { return blocks[block.left].right }
        return block.key != .none ? head(block.parent, block.key) : types[block.parent].start
    }

    /// Marks are 32 bits wide: before they run out, all are forgotten.
    private mutating func prepareScan() {
        guard scanStep > .max / 2 else { return }
        for index in 0..<blocks.count { blocks[index].mark = 0 }
        scanStep = 0
    }
}
