/// Writing arrays, maps and the types nested in them.
extension Document {
    /// Yjs: `typeListInsertGenerics`.
    func insert(_ inputs: [Input], into type: TypeIndex, at index: Int) {
        guard !store.types[type].isGone else { return }
        let left = store.blockBefore(index, in: type)
        let right = left == .none ? store.types[type].start : store.blocks[left].right
        insert(inputs, into: type, left: left, right: right)
    }

    /// Plain values that stand together become one block, as Yjs packs them.
    private func insert(_ inputs: [Input], into type: TypeIndex, left: BlockIndex, right: BlockIndex) {
        var left = left
        var values: [Value] = []
        func place(_ content: LocalContent) -> BlockIndex {
            store.insert(content, by: clientID, left: left, right: right, parent: type)
        }
        for input in inputs {
            if case .value(let value) = input, value.isPacked {
                values.append(value)
                continue
            }
            if !values.isEmpty {
                left = place(.values(values))
                values.removeAll()
            }
            left = place(content(for: input))
            fill(left, with: input)
        }
        if !values.isEmpty { _ = place(.values(values)) }
    }

    /// Yjs: `typeMapSet`.
    func set(_ key: String, of type: TypeIndex, to input: Input) {
        guard !store.types[type].isGone else { return }
        let key = store.keys.intern(key)
        let block = store.insert(
            content(for: input), by: clientID, left: store.tail(type, key), right: .none, parent: type, key: key)
        fill(block, with: input)
    }

    private func content(for input: Input) -> LocalContent {
        switch input {
        case .value(.bytes(let bytes)): .binary(bytes)
        case .value(let value): .values([value])
        case .text: .type(.text)
        case .array: .type(.array)
        case .map: .type(.map)
        }
    }

    /// Writes what a new shared type holds from the start.
    private func fill(_ block: BlockIndex, with input: Input) {
        let type = store.type(heldBy: block)
        guard type != .none else { return }
        switch input {
        case .value: return
        case .text(let string):
            guard !string.isEmpty else { return }
            store.insert(.string(string), by: clientID, left: .none, right: .none, parent: type)
        case .array(let inputs): insert(inputs, into: type, left: .none, right: .none)
        case .map(let members):
            for (key, member) in members { set(key, of: type, to: member) }
        }
    }
}

extension Value {
    /// Bytes become a block of their own.
    fileprivate var isPacked: Bool {
        if case .bytes = self { false } else { true }
    }
}
