import CRDT

/// Updates as Yjs 13.5.43 writes them. `d` is a `Y.Doc` with client id 1; each comment tells what was done to it
/// before `Y.encodeStateAsUpdate(d)`.
enum Fixture {
    /// `d.getText('t').insert(0, 'abc')`
    static let string: [UInt8] = [1, 1, 1, 0, 4, 1, 1, 116, 3, 97, 98, 99, 0]

    /// `d.getText('t').insert(0, 'ab'); d.getText('t').format(0, 1, { b: true })`
    static let format: [UInt8] = [
        1, 4, 1, 0, 4, 1, 1, 116, 1, 97, 132, 1, 0, 1, 98, 70, 1, 0, 1, 98, 4, 116, 114, 117, 101, 198, 1, 0, 1, 1, 1,
        98, 4, 110, 117, 108, 108, 0,
    ]

    /// `d.getText('t').insertEmbed(0, { i: 1 })`
    static let embed: [UInt8] = [1, 1, 1, 0, 5, 1, 1, 116, 7, 123, 34, 105, 34, 58, 49, 125, 0]

    /// `d.getArray('a').insert(0, [1, 'å', true, null, { k: [1.5, -2] }])`
    static let any: [UInt8] = [
        1, 1, 1, 0, 8, 1, 1, 97, 5, 125, 1, 119, 2, 195, 165, 120, 126, 118, 1, 1, 107, 117, 2, 124, 63, 192, 0, 0,
        125, 66, 0,
    ]

    /// `d.getArray('a').insert(0, [new Uint8Array([7, 8])])`
    static let binary: [UInt8] = [1, 1, 1, 0, 3, 1, 1, 97, 2, 7, 8, 0]

    /// `const m = new Y.Map(); m.set('x', 1); d.getMap('m').set('k', m)`
    static let map: [UInt8] = [1, 2, 1, 0, 39, 1, 1, 109, 1, 107, 1, 40, 0, 1, 0, 1, 120, 1, 125, 1, 0]

    /// `const e = new Y.XmlElement('p'); e.setAttribute('id', '1')`
    /// `d.getXmlFragment('x').insert(0, [e, new Y.XmlText('hi'), new Y.XmlHook('h')])`
    static let xml: [UInt8] = [
        1, 5, 1, 0, 7, 1, 1, 120, 3, 1, 112, 135, 1, 0, 6, 4, 0, 1, 1, 2, 104, 105, 135, 1, 1, 5, 1, 104, 40, 0, 1, 0,
        2, 105, 100, 1, 119, 1, 49, 0,
    ]

    /// `d.getMap('m').set('d', new Y.Doc({ guid: 'g' }))`
    static let subdocument: [UInt8] = [1, 1, 1, 0, 41, 1, 1, 109, 1, 100, 1, 103, 118, 0, 0]

    /// `new Y.Item(id, null, null, null, null, d.getArray('a'), null, new Y.ContentJSON([{ a: 1 }, undefined]))`,
    /// integrated: Yjs reads this kind of content but no longer writes it.
    static let json: [UInt8] = [
        1, 1, 1, 0, 2, 1, 1, 97, 2, 7, 123, 34, 97, 34, 58, 49, 125, 9, 117, 110, 100, 101, 102, 105, 110, 101, 100, 0,
    ]

    /// `d.getText('t').insert(0, 'abc'); d.getText('t').delete(1, 1)`
    static let deleted: [UInt8] = [
        1, 3, 1, 0, 4, 1, 1, 116, 1, 97, 129, 1, 0, 1, 132, 1, 1, 1, 99, 1, 1, 1, 1, 1,
    ]

    /// `const a = d.getArray('a'); a.insert(0, [new Y.Array()]); a.get(0).insert(0, [1, 2]); a.delete(0, 1)`
    static let garbage: [UInt8] = [1, 2, 1, 0, 1, 1, 1, 97, 1, 0, 2, 1, 1, 1, 0, 3]

    /// `t.insert(0, 'a'); t.insert(1, 'b'); t.insert(2, 'c')`, each sending an update:
    /// `Y.mergeUpdates([updates[0], updates[2]])`
    static let skip: [UInt8] = [1, 3, 1, 0, 4, 1, 1, 116, 1, 97, 10, 1, 132, 1, 1, 1, 99, 0]

    /// `updates[1]` of the same.
    static let skipped: [UInt8] = [1, 1, 1, 1, 132, 1, 0, 1, 98, 0]

    /// `d.getText('t').insert(0, '🙂'); d.getText('t').insert(1, 'x')`
    static let splitPair: [UInt8] = [
        1, 3, 1, 0, 4, 1, 1, 116, 3, 239, 191, 189, 132, 1, 0, 3, 239, 191, 189, 196, 1, 0, 1, 1, 1, 120, 0,
    ]

    /// `m.set('k', 1); m.set('k', 2); m.set('l', 1); m.delete('l')` with `m = d.getMap('m')`
    static let mapOverwritten: [UInt8] = [
        1, 3, 1, 0, 33, 1, 1, 109, 1, 107, 1, 168, 1, 0, 1, 125, 2, 33, 1, 1, 109, 1, 108, 1, 1, 1, 2, 0, 1, 2, 1,
    ]

    /// With `gc: false`: `d.getText('t').insert(0, 'abc'); d.getText('t').delete(0, 2)`
    static let kept: [UInt8] = [1, 2, 1, 0, 4, 1, 1, 116, 2, 97, 98, 132, 1, 1, 1, 99, 1, 1, 1, 0, 2]

    static let all = [
        string, format, embed, any, binary, map, xml, subdocument, json, deleted, garbage, skip, skipped, splitPair,
        mapOverwritten, kept,
    ]

    static func document(_ updates: [UInt8]..., collectsGarbage: Bool = true) throws -> Document {
        let document = Document(clientID: 1000, collectsGarbage: collectsGarbage)
        for update in updates { _ = try document.apply(update) }
        return document
    }
}
