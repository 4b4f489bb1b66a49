/// Bringing one struct of an update into the document. Yjs: `Item.getMissing` and `Item.integrate`, in named steps.
extension Store {
    /// Integrates a struct whose dependencies are all here, leaving out its first `offset` units, which are known.
    mutating func integrate(_ record: DecodedStruct, of client: ClientSlot, offset: UInt32, from source: UpdateSource) {
        var block = Block(
            client: client, clock: record.clock + offset, length: record.length - offset, kind: record.kind,
            isDeleted: false)
        guard record.kind != .gc, findPlace(of: &block, record, offset: offset, from: source) else {
            return appendGarbage(block)
        }
        takeContent(of: &block, record, offset: offset, from: source)
        if isConflicting(block) { block.left = scanConflicts(of: block) }
        let index = makeBlock(block)
        link(index)
        append(index)
        integrateContent(of: index, record, from: source)
        deleteIfOutdated(index)
    }

    /// A struct without content. Runs of them are kept as one. Yjs: `GC.integrate`.
    private mutating func appendGarbage(_ block: Block) {
        var garbage = block
        garbage.kind = .gc
        garbage.isDeleted = true
        garbage.left = .none
        garbage.right = .none
        garbage.origin = .none
        garbage.rightOrigin = .none
        clients[block.client].deleted.insert(ClockRange(start: block.clock, end: block.end))
        transaction.deletedUnits += Int(block.length)
        append(makeBlock(garbage))
    }

    // MARK: Neighbours and parent

    /// Turns origins into neighbours and finds the parent; false where the struct belongs to something that
    /// was collected, or nowhere.
    private mutating func findPlace(
        of block: inout Block, _ record: DecodedStruct, offset: UInt32, from source: UpdateSource
    ) -> Bool {
        if record.origin.exists {
            block.origin = source.id(record.origin)
            block.left = self.block(endingWith: block.origin, at: block.clock, of: block.client)
            if blocks[block.left].kind == .gc { return false }
        }
        if record.rightOrigin.exists {
            block.rightOrigin = source.id(record.rightOrigin)
            block.right = self.block(startingWith: block.rightOrigin, behind: block.left)
            if blocks[block.right].kind == .gc { return false }
        }
        guard findParent(of: &block, record, from: source) else { return false }
        return offset == 0 || continueKnownPart(of: &block)
    }

    /// By name, by the block that holds it, or from a neighbour; none where that block holds no type any more.
    private mutating func findParent(
        of block: inout Block, _ record: DecodedStruct, from source: UpdateSource
    ) -> Bool {
        switch record.parent {
        case .inherited: return inheritParent(of: &block)
        case .root: block.parent = root(named: keys.intern(record.rootName.bytes(in: source.bytes)))
        case .block:
            block.parent = type(heldBy: self.block(holding: source.id(record.parentID)))
        }
        if record.hasKey { block.key = keys.intern(record.key.bytes(in: source.bytes)) }
        return block.parent != .none
    }

    /// The neighbours' list is the block's too. Neighbours of two different lists are not something a Yjs client
    /// writes; Yjs would tie the lists together, here the struct counts as belonging nowhere.
    private func inheritParent(of block: inout Block) -> Bool {
        let neighbour = block.left != .none ? block.left : block.right
        guard neighbour != .none else { return false }
        block.parent = blocks[neighbour].parent
        block.key = blocks[neighbour].key
        guard block.right != .none else { return true }
        return blocks[block.right].parent == block.parent && blocks[block.right].key == block.key
    }

    /// Part of the struct is known: the rest goes behind it.
    private mutating func continueKnownPart(of block: inout Block) -> Bool {
        block.origin = BlockID(client: block.client, clock: block.clock - 1)
        block.left = self.block(endingWith: block.origin)
        let left = blocks[block.left]
        return left.kind != .gc && left.parent == block.parent && left.key == block.key
    }

    // MARK: Links

    /// Ties the block in behind its left neighbour, or at the start.
    mutating func link(_ index: BlockIndex) {
        let block = blocks[index]
        let right: BlockIndex
        if block.left != .none {
            right = blocks[block.left].right
            blocks[block.left].right = index
        } else if block.key != .none {
            right = head(block.parent, block.key)
            setHead(block.parent, block.key, to: index)
        } else {
            right = types[block.parent].start
            types[block.parent].start = index
        }
        blocks[index].right = right
        if right != .none {
            blocks[right].left = index
        } else if block.key != .none {
            setTail(block.parent, block.key, to: index)
            if block.left != .none { delete(block.left) }
        }
        if block.key == .none, block.isCountable { types[block.parent].length += block.length }
    }

    /// Whatever belongs to a deleted parent, or is not the current value of its key, is deleted at once.
    mutating func deleteIfOutdated(_ index: BlockIndex) {
        let block = blocks[index]
        if isDeleted(block.parent) || (block.key != .none && block.right != .none) { delete(index) }
    }
}

// MARK: - Content

extension Store {
    /// Copies the content into the slab, from unit `offset` on.
    private mutating func takeContent(
        of block: inout Block, _ record: DecodedStruct, offset: UInt32, from source: UpdateSource
    ) {
        guard record.kind.hasBytes else { return }
        let content = record.content.bytes(in: source.bytes)
        switch record.kind {
        case _ where offset == 0: block.content = slab.append(content)
        case .string: block.content = takeText(content, from: offset)
        case .gc, .deleted, .json, .binary, .embed, .format, .type, .any, .document, .skip:
            let cut = record.kind.offset(ofElement: offset, in: content)
            block.content = slab.append(UnsafeBufferPointer(rebasing: content[cut...]))
        }
    }

    /// Text whose beginning is known may go on between the halves of a surrogate pair: it then begins with U+FFFD.
    private mutating func takeText(_ text: UnsafeBufferPointer<UInt8>, from offset: UInt32) -> Span {
        let cut = UTF8Scanner.offset(ofUnits: Int(offset), in: text)
        guard cut.insidePair else { return slab.append(UnsafeBufferPointer(rebasing: text[cut.offset...])) }
        return slab.append(UTF8Scanner.replacement + Array(text[(cut.offset + 4)...]))
    }

    /// Yjs: `content.integrate`.
    private mutating func integrateContent(
        of index: BlockIndex, _ record: DecodedStruct, from source: UpdateSource
    ) {
        if record.kind == .type {
            let name = record.typeKind.hasName ? slab.append(record.content.bytes(in: source.bytes)) : .empty
            makeType(record.typeKind, name: name, heldBy: index)
        } else if record.kind == .deleted {
            blocks[index].isDeleted = true
            noteDelete(of: blocks[index])
        }
    }

    /// A new type, empty, held by a block; its index stands where other blocks name their bytes.
    @discardableResult
    mutating func makeType(_ kind: TypeKind, name: Span, heldBy index: BlockIndex) -> TypeIndex {
        let type = add(TypeRecord(kind: kind, block: index, rootName: .none, name: name))
        blocks[index].content = Span(offset: type, count: 0)
        return type
    }
}

// MARK: - Typing

/// The short way for what nearly every update is: the next letter of somebody who types.
extension Store {
    /// Makes text part of its author's last run where it would become so anyway, at the end of the transaction.
    ///
    /// That is where it was inserted behind that run's last unit, nothing came between the run and its right neighbour,
    /// and that is the one the author saw. It then conflicts with nothing, and no block is made only to be merged.
    ///
    /// Only the first struct that an update brings of a client is tried: what it holds as two structs has something
    /// between the two, and would only be split again.
    mutating func extendLastRun(
        of client: ClientSlot, with record: DecodedStruct, from source: UpdateSource
    ) -> Bool {
        guard record.kind == .string, record.clock > 0, record.origin.exists,
            clients[client].transaction != transaction.number,
            source.id(record.origin) == BlockID(client: client, clock: record.clock - 1),
            let last = clients[client].entries.last
        else { return false }
        let run = blocks[last.block]
        guard run.kind == .string, !run.isDeleted, run.key == .none, isInserted(record, before: run, from: source)
        else {
            return false
        }

        noteChange(of: client)
        let text = slab.append(record.content.bytes(in: source.bytes))
        let joined = slab.join(run.content, hasSlack: run.hasSlack, text)
        blocks[last.block].content = joined.span
        blocks[last.block].hasSlack = joined.hasSlack
        blocks[last.block].length += record.length
        clients[client].clock += record.length
        types[run.parent].length += record.length
        return true
    }

    /// Whether the struct has the same right neighbour as the run, now and when it was written.
    private func isInserted(_ record: DecodedStruct, before run: Block, from source: UpdateSource) -> Bool {
        guard run.rightOrigin.exists else { return !record.rightOrigin.exists && run.right == .none }
        guard record.rightOrigin.exists, source.id(record.rightOrigin) == run.rightOrigin, run.right != .none else {
            return false
        }
        return blocks[run.right].id == run.rightOrigin
    }
}
