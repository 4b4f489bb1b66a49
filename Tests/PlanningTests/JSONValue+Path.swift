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

extension JSONValue {
    /// Where two documents first differ, for a test's message.
    func firstDifference(from other: JSONValue?, at path: String = "$") -> String {
        switch (self, other) {
        case (.object(let left), .object(let right)?):
            for key in Set(left.keys).union(right.keys).sorted() where left[key] != right[key] {
                return left[key]?.firstDifference(from: right[key], at: "\(path).\(key)") ?? "\(path).\(key) is gone"
            }
            return "none"
        case (.array(let left), .array(let right)?) where left.count == right.count:
            for index in left.indices where left[index] != right[index] {
                return left[index].firstDifference(from: right[index], at: "\(path)[\(index)]")
            }
            return "none"
        default: return self == other ? "none" : "\(path): \(text()) instead of \(other?.text() ?? "nothing")"
        }
    }
}

enum PathStep: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
    case member(String)
    case index(Int)

    init(stringLiteral value: String) { self = .member(value) }
    init(integerLiteral value: Int) { self = .index(value) }
}
