/// Checks a document against a schema and collects every fault, so that a person mends a file in one go. References
/// are checked last (``resolveReferences``), because a thing may be named before it is described.
struct SchemaValidator {
    private(set) var faults: [ImportFault] = []
    private var declared: [EntityKind: Set<String>] = [:]
    /// Kinds whose list could not be read: what refers to them is not at fault.
    private var unreadable: Set<EntityKind> = []
    private var references: [(kind: EntityKind, id: String, path: JSONPath)] = []

    /// Faults are counted up to a bound, and the last one says so: a file of another kind altogether has one at each
    /// member.
    mutating func report(_ reason: FaultReason, at path: JSONPath) {
        guard faults.count < InterchangeLimits.faults else { return }
        faults.append(ImportFault(path: path.description, message: reason.message))
        guard faults.count == InterchangeLimits.faults else { return }
        let last = FaultReason.tooManyFaults(limit: InterchangeLimits.faults)
        faults.append(ImportFault(path: "$", message: last.message))
    }

    /// Makes a thing known that isn't in the document that is checked.
    mutating func declare(_ kind: EntityKind, _ id: String) {
        declared[kind, default: []].insert(id)
    }

    /// Where a thing is referred to. Before the references are resolved.
    func places(of kind: EntityKind, _ id: String) -> [JSONPath] {
        references.filter { $0.kind == kind && $0.id == id }.map(\.path)
    }

    /// Tells each reference to what is not there. Once, after all of the document was checked.
    mutating func resolveReferences() {
        for reference in references where !isKnown(reference.kind, reference.id) {
            report(.unknownReference(reference.kind, reference.id), at: reference.path)
        }
        references = []
    }

    /// A reference into a list that could not be read is no fault of its own: mending the list mends it.
    private func isKnown(_ kind: EntityKind, _ id: String) -> Bool {
        unreadable.contains(kind) || declared[kind]?.contains(id) == true
    }

    /// Checks a value and all that is in it. Goes on after a fault wherever the next thing can still be read.
    mutating func check(_ value: JSONValue, against node: SchemaNode, at path: JSONPath = .root) {
        switch node {
        case .any: break
        case .bool: expect(.bool, value, path)
        case .integer(let range): checkInteger(value, range, path)
        case .version(let supported):
            if value.int != supported { report(.wrongVersion(supported: supported), at: path) }
        case .list(let element): checkList(value, element, path)
        case .object(let schema): checkObject(value, schema, path)
        case .textOr(let other): check(value, against: value.string == nil ? other : .text, at: path)
        case .text, .name, .line, .date, .time, .monthDay, .level, .oneOf, .identifier, .declares, .reference:
            checkText(value, node, path)
        }
    }

    private mutating func expect(_ type: JSONType, _ value: JSONValue, _ path: JSONPath) {
        let found = JSONType(of: value)
        if found != type { report(.wrongType(expected: type, found: found), at: path) }
    }

    private mutating func checkInteger(_ value: JSONValue, _ range: ClosedRange<Int>, _ path: JSONPath) {
        guard let int = value.int else {
            return report(.wrongType(expected: .integer, found: JSONType(of: value)), at: path)
        }
        if !range.contains(int) { report(.outOfRange(range), at: path) }
    }

    /// A list that is too long is told and not gone through: whoever sent it knows what it is.
    private mutating func checkList(_ value: JSONValue, _ element: SchemaNode, _ path: JSONPath) {
        guard let elements = value.array, elements.count <= InterchangeLimits.listElements else {
            if let kind = element.declaredKind { unreadable.insert(kind) }
            guard value.array != nil else { return expect(.array, value, path) }
            return report(.tooMany(limit: InterchangeLimits.listElements), at: path)
        }
        for (index, value) in elements.enumerated() { check(value, against: element, at: path[index]) }
    }

    /// Members that the schema does not name are let through: they survive an import and an export. `null` counts as
    /// absent.
    private mutating func checkObject(_ value: JSONValue, _ schema: ObjectSchema, _ path: JSONPath) {
        guard let object = value.object else { return expect(.object, value, path) }
        for (name, member) in schema.members.sorted(by: { $0.key < $1.key }) {
            switch object[name] {
            case nil, .null?: if member.isRequired { report(.missing(name), at: path[name]) }
            case let value?: check(value, against: member.node, at: path[name])
            }
        }
        if !schema.needsOneOf.isEmpty, schema.needsOneOf.allSatisfy({ object[$0] ?? .null == .null }) {
            report(.missingOneOf(schema.needsOneOf), at: path)
        }
        checkOrder(object, schema, path)
    }

    /// For pairs of dates or times. One that cannot be read has been told already.
    private mutating func checkOrder(_ object: [String: JSONValue], _ schema: ObjectSchema, _ path: JSONPath) {
        guard let first = schema.first, let last = schema.last, let start = object[first]?.string,
            let end = object[last]?.string
        else { return }
        let isReversed =
            if let start = CalendarDate(start), let end = CalendarDate(end) {
                end < start
            } else if let start = ClockTime(start),
                let end = ClockTime(end)
            { end < start } else { false }
        if isReversed { report(.endsBeforeItStarts(start: start, end: end), at: path[last]) }
    }

    private mutating func checkText(_ value: JSONValue, _ node: SchemaNode, _ path: JSONPath) {
        guard let text = value.string else { return expect(.string, value, path) }
        switch node {
        case .name where !CleanLine.isReadable(text): report(text.isBlank ? .empty : .unreadable, at: path)
        case .name where text.utf8.count > InterchangeLimits.nameBytes:
            report(.tooLong(limit: InterchangeLimits.nameBytes), at: path)
        case .date where CalendarDate(text) == nil: report(.badDate(text), at: path)
        case .time where ClockTime(text) == nil: report(.badTime(text), at: path)
        case .monthDay where MonthDay(text) == nil: report(.badMonthDay(text), at: path)
        case .level where Level(rawValue: text) == nil: report(.badLevel(text), at: path)
        case .oneOf(let values) where !values.contains(text): report(.notOneOf(values, text), at: path)
        case .identifier where !Identifier.isValid(text): report(.badIdentifier(text), at: path)
        case .declares(let kind): checkDeclaration(text, kind, path)
        case .reference(let kind): references.append((kind, text, path))
        case .text, .name, .line, .date, .time, .monthDay, .level, .oneOf, .identifier, .any, .bool, .integer, .version,
            .list, .object, .textOr:
            guard text.utf8.count > InterchangeLimits.textBytes else { return }
            report(.tooLong(limit: InterchangeLimits.textBytes), at: path)
        }
    }

    /// An id is noted also where it is malformed, so that what refers to it is not told as well.
    private mutating func checkDeclaration(_ id: String, _ kind: EntityKind, _ path: JSONPath) {
        let isNew = declared[kind, default: []].insert(id).inserted
        guard Identifier.isValid(id) else { return report(.badIdentifier(id), at: path) }
        if !isNew { report(.duplicateId(id), at: path) }
    }
}
