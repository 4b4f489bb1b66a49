/// The ways a document can be wrong.
enum FaultReason: Sendable, Hashable {
    case missing(String)
    case missingOneOf([String])
    case wrongType(expected: JSONType, found: JSONType)
    case wrongVersion(supported: Int)
    case unknownReference(EntityKind, String)
    case duplicateId(String)
    case badIdentifier(String)
    case badDate(String)
    case badTime(String)
    case badMonthDay(String)
    case badLevel(String)
    case notOneOf([String], String)
    case unknownSection(String)
    case endsBeforeItStarts(start: String, end: String)
    case empty
    case unreadable
    case tooLong(limit: Int)
    case tooMany(limit: Int)
    case outOfRange(ClosedRange<Int>)
    case notANumber(String)
    case noIdentity
    case tooManyFaults(limit: Int)

    /// A sentence for the person who brought the document. What they wrote is shown shortened.
    var message: LocalizedText {
        switch self {
        case .missing(let member):
            .init(da: "»\(member)« mangler.", en: "“\(member)” is missing.")
        case .missingOneOf(let members):
            .init(
                da: "Mindst ét af disse skal være der: \(members.joined(separator: ", ")).",
                en: "At least one of these is needed: \(members.joined(separator: ", ")).")
        case .wrongType(let expected, let found):
            .init(
                da: "Her skal stå \(expected.name.da), men her står \(found.name.da).",
                en: "This should be \(expected.name.en), but it is \(found.name.en).")
        case .wrongVersion(let supported):
            .init(
                da: "Formatets version skal være \(supported).", en: "The version of the format must be \(supported).")
        case .tooMany(let limit):
            .init(da: "Listen er for lang; grænsen er \(limit).", en: "The list is too long; the limit is \(limit).")
        case .noIdentity:
            .init(
                da:
                    "Ugen kan ikke kendes igen: der skal være »weekId«, eller både »municipality.id« og »annualCycle.year«.",
                en:
                    "The week cannot be identified: it needs “weekId”, or both “municipality.id” and “annualCycle.year”."
            )
        case .tooManyFaults(let limit):
            .init(
                da: "Der er flere end \(limit) fejl; resten er ikke vist.",
                en: "There are more than \(limit) faults; the rest are not shown.")
        case .unknownReference(let kind, let id):
            .init(
                da: "Der er ingen \(kind.name.da) med id »\(id.abbreviated())«.",
                en: "There is no \(kind.name.en) with id “\(id.abbreviated())”.")
        case .duplicateId(let id):
            .init(da: "Id'et »\(id.abbreviated())« er brugt før.", en: "The id “\(id.abbreviated())” is already used.")
        case .badIdentifier(let id):
            .init(
                da:
                    "»\(id.abbreviated())« kan ikke bruges som id: brug 1–100 bogstaver, tal, bindestreg, punktum eller understreg.",
                en:
                    "“\(id.abbreviated())” cannot be an id: use 1–100 letters, digits, hyphens, full stops or underscores."
            )
        case .badDate(let text):
            .init(
                da: "»\(text.abbreviated())« er ikke en dato; skriv den som 2027-01-31.",
                en: "“\(text.abbreviated())” is not a date; write it as 2027-01-31.")
        case .badTime(let text):
            .init(
                da: "»\(text.abbreviated())« er ikke et klokkeslæt; skriv det som 08:30.",
                en: "“\(text.abbreviated())” is not a time of day; write it as 08:30.")
        case .badMonthDay(let text):
            .init(
                da: "»\(text.abbreviated())« er ikke en dag, der findes hvert år; skriv måned og dag som 09-01.",
                en: "“\(text.abbreviated())” is not a day that comes every year; write month and day as 09-01.")
        case .badLevel(let text):
            .init(
                da:
                    "»\(text.abbreviated())« er ikke et niveau; det skal være knowledge, coordination eller coCreation.",
                en: "“\(text.abbreviated())” is not a level; it must be knowledge, coordination or coCreation.")
        case .notOneOf(let values, let text):
            .init(
                da: "»\(text.abbreviated())« kan ikke stå her; det skal være et af: \(values.joined(separator: ", ")).",
                en: "“\(text.abbreviated())” cannot stand here; it must be one of: \(values.joined(separator: ", ")).")
        case .unknownSection(let id):
            .init(
                da: "Der er intet afsnit med id »\(id.abbreviated())«.",
                en: "There is no section with id “\(id.abbreviated())”.")
        case .endsBeforeItStarts(let start, let end):
            .init(da: "»\(end)« ligger før »\(start)«.", en: "“\(end)” is before “\(start)”.")
        case .tooLong(let limit):
            .init(
                da: "Teksten er for lang; grænsen er \(limit) byte.",
                en: "The text is too long; the limit is \(limit) bytes.")
        case .notANumber(let text):
            .init(
                da: "»\(text.abbreviated())« er ikke et tal; skriv det som 120.000.",
                en: "“\(text.abbreviated())” is not a number; write it as 120.000.")
        case .outOfRange(let range):
            .init(
                da: "Tallet skal ligge mellem \(range.lowerBound) og \(range.upperBound).",
                en: "The number must lie between \(range.lowerBound) and \(range.upperBound).")
        case .unreadable: CleanLine.Fault.nothingToRead.message
        case .empty: .init(da: "Her mangler tekst.", en: "There is no text here.")
        }
    }
}

/// The types of JSON, as a fault names them.
enum JSONType: Sendable, Hashable {
    case null, bool, integer, number, string, array, object

    init(of value: JSONValue) {
        self =
            switch value {
            case .null: .null
            case .bool: .bool
            case .number: .number
            case .string: .string
            case .array: .array
            case .object: .object
            }
    }

    var name: LocalizedText {
        switch self {
        case .null: .init(da: "ingenting (null)", en: "nothing (null)")
        case .bool: .init(da: "sandt eller falsk", en: "true or false")
        case .integer: .init(da: "et helt tal", en: "a whole number")
        case .number: .init(da: "et tal", en: "a number")
        case .string: .init(da: "en tekst", en: "a text")
        case .array: .init(da: "en liste", en: "a list")
        case .object: .init(da: "et objekt", en: "an object")
        }
    }
}
