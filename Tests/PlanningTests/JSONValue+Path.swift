import Planning

extension JSONValue {
    /// Changing a place deep in a document: members and indices alternate as the document has them.
    subscript(path: PathStep...) -> JSONValue? {
        get { self[path[...]] }
        set { self[path[...]] = newValue }
    }

    private subscript(path: ArraySlice<PathStep>) -> JSONValue? {
        get {
            guard let step = path.first else { return self }
            let rest = path.dropFirst()
            return switch step {
            case .member(let name): self[name]?[rest]
            case .index(let index): self[index]?[rest]
            }
        }
        set {
            guard let step = path.first else {
                if let newValue { self = newValue }
                return
            }
            let rest = path.dropFirst()
            switch step {
            case .member(let name):
                if rest.isEmpty {
                    self[name] = newValue
                } else {
                    var child = self[name] ?? [:]
                    child[rest] = newValue
                    self[name] = child
                }
            case .index(let index):
                guard case .array(var elements) = self else { return }
                if rest.isEmpty {
                    if let newValue { elements[index] = newValue } else { elements.remove(at: index) }
                } else {
                    elements[index][rest] = newValue
                }
                self = .array(elements)
            }
        }
    }

    mutating func append(_ element: JSONValue, to path: PathStep...) {
        self[path[...]] = .array((self[path[...]]?.array ?? []) + [element])
    }
}

enum PathStep: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
    case member(String)
    case index(Int)

    init(stringLiteral value: String) { self = .member(value) }
    init(integerLiteral value: Int) { self = .index(value) }
}
