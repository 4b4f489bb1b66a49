/// An XML type: the engine keeps it whole and lets it be looked through, but does not write it.
package struct YXML {
    let document: Document
    private let handle: TypeHandle
    var type: TypeIndex { document.store.type(of: handle) }

    init(document: Document, type: TypeIndex) {
        self.document = document
        handle = document.store.handle(of: type)
    }

    package var kind: TypeKind { document.store.types[type].kind }

    /// The node name of an element, the hook name of a hook; empty for others.
    package var name: String {
        String(decoding: document.store.slab.bytes(of: document.store.types[type].name), as: UTF8.self)
    }

    package var children: YArray { YArray(document: document, type: type) }
    package var attributes: YMap { YMap(document: document, type: type) }
    /// What an XML text holds.
    package var text: YText { YText(document: document, type: type) }
}
