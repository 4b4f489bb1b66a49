/// The content references of the update encoding, with GC and Skip, which are structs of their own there.
enum ContentKind: UInt8, BitwiseCopyable {
    case gc = 0
    case deleted = 1
    case json = 2
    case binary = 3
    case string = 4
    case embed = 5
    case format = 6
    case type = 7
    case any = 8
    case document = 9
    case skip = 10

    /// Whether the content has a place in the length of its parent. Yjs: `isCountable`.
    @inline(__always) var isCountable: Bool {
        switch self {
        case .gc, .deleted, .format, .skip: false
        case .json, .binary, .string, .embed, .type, .any, .document: true
        }
    }

    /// Whether neighbouring runs may become one. Yjs: `mergeWith`.
    @inline(__always) var isMergeable: Bool {
        switch self {
        case .gc, .deleted, .json, .string, .any: true
        case .binary, .embed, .format, .type, .document, .skip: false
        }
    }

    /// Whether ``Block/content`` names bytes in the slab.
    @inline(__always) var hasBytes: Bool {
        switch self {
        case .gc, .deleted, .type, .skip: false
        case .json, .binary, .string, .embed, .format, .any, .document: true
        }
    }

    /// Bytes of the first `count` elements of a run of JSON texts or plain values that was checked when it came.
    func offset(ofElement count: UInt32, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
        var reader = ByteReader(bytes)
        do throws(DecodingError) {
            for _ in 0..<count {
                if self == .json { _ = try reader.readSpan() } else { try reader.skipValue(nesting: .max) }
            }
        } catch {
            assertionFailure("stored content is not what it was checked to be: \(error)")
        }
        return reader.position
    }
}
