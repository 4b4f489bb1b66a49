/// The ways a table can be wrong, beyond what an interchange document can (``FaultReason``).
enum TableFault: Error, Sendable, Hashable {
    case unreadable(FileTextFault)
    case openQuote
    case tooLarge(limit: Int)
    case unknownTable(String)
    case unknownColumn(String)
    case columnTwice(String)
    case wrongCount(found: Int, expected: Int)
    case missing
    case unknownName(EntityKind, String)
    case ambiguousName(EntityKind, String)
    case unknownSource(String)
    case notYesNo(String)
    case badDate(String)
    case notANumber(String)
    case twice(String)
    case writtenInModel

    var message: LocalizedText { fileMessage ?? cellMessage }

    private var fileMessage: LocalizedText? {
        switch self {
        case .unreadable(let fault): fault.message
        case .openQuote:
            .init(da: "Et anførselstegn mangler sin afslutning.", en: "A quotation mark is not closed.")
        case .tooLarge(let limit):
            .init(
                da: "Filen er for stor; grænsen er \(limit / 1024) kB.",
                en: "The file is too large; the limit is \(limit / 1024) kB.")
        case .unknownTable(let header):
            .init(
                da: "Den første kolonne hedder »\(short(header))«; den skal sige, hvad rækkerne er: "
                    + WeekPart.all.map { "»\($0.idLabel.da)«" }.joined(separator: ", ") + ".",
                en: "The first column is called “\(short(header))”; it must tell what the rows are: "
                    + WeekPart.all.map { "“\($0.idLabel.en)”" }.joined(separator: ", ") + ".")
        case .unknownColumn(let name):
            .init(
                da: "Kolonnen »\(short(name))« kendes ikke. Ret overskriften efter skabelonen, eller slet kolonnen.",
                en: "The column “\(short(name))” is not known. Correct its heading by the template, or delete it.")
        case .columnTwice(let name):
            .init(da: "Kolonnen »\(short(name))« står der to gange.", en: "The column “\(short(name))” stands twice.")
        case .wrongCount(let found, let expected):
            .init(
                da: "Rækken har \(found) felter; den skal have \(expected).",
                en: "The row has \(found) fields; it should have \(expected).")
        default: nil
        }
    }

    private var cellMessage: LocalizedText {
        switch self {
        case .unknownName(let kind, let name):
            .init(
                da: "Der er ingen \(kind.name.da), der hedder »\(short(name))« eller har det som id.",
                en: "There is no \(kind.name.en) called “\(short(name))”, or with that id.")
        case .ambiguousName(let kind, let name):
            .init(
                da: "Flere hedder »\(short(name))« (\(kind.name.da)); skriv id'et.",
                en: "Several are called “\(short(name))” (\(kind.name.en)); write the id.")
        case .unknownSource(let name):
            .init(
                da: "Der er ingen politik eller budgetaftale, der hedder »\(short(name))« eller har det som id.",
                en: "There is no policy or budget agreement called “\(short(name))”, or with that id.")
        case .notYesNo(let text):
            .init(da: "»\(short(text))« skal være ja eller nej.", en: "“\(short(text))” must be yes or no.")
        case .badDate(let text):
            .init(
                da: "»\(short(text))« er ikke en dato; skriv den som 31-01-2027 eller 2027-01-31.",
                en: "“\(short(text))” is not a date; write it as 2027-01-31 or 31-01-2027.")
        case .notANumber(let text):
            .init(da: "»\(short(text))« er ikke et helt tal.", en: "“\(short(text))” is not a whole number.")
        case .twice(let name):
            .init(
                da: "»\(short(name))« står i en tidligere række. Er det to forskellige, så giv dem hver sit id.",
                en: "“\(short(name))” stands in an earlier row. If they are two different things, give each an id.")
        case .writtenInModel:
            .init(
                da: "Den skrives i en samarbejdsmodel. Ret den dér, eller slet rækken.",
                en: "It is written in a collaboration model. Change it there, or delete the row.")
        default: .init(da: "Her mangler tekst.", en: "There is no text here.")
        }
    }

    private func short(_ text: String) -> String {
        text.count <= 60 ? text : text.prefix(60) + "…"
    }
}
