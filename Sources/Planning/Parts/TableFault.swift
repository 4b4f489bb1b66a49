/// The ways a table can be wrong, beyond what an interchange document can (``FaultReason``).
enum TableFault: Error, Sendable, Hashable {
    /// About the file as a whole.
    case unreadable(FileTextFault)
    case openQuote
    case tooLarge(limit: Int)
    /// About a table's head.
    case unknownTable(String)
    case unknownColumn(String)
    case columnTwice(String)
    /// About a row, or one of its cells.
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

    /// A sentence for the person who brought the table. What they wrote is shown shortened.
    var message: LocalizedText {
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
                da: "Den første kolonne hedder »\(header.abbreviated())«; den skal sige, hvad rækkerne er: "
                    + WeekPart.all.map { "»\($0.idLabel.da)«" }.joined(separator: ", ") + ".",
                en: "The first column is called “\(header.abbreviated())”; it must tell what the rows are: "
                    + WeekPart.all.map { "“\($0.idLabel.en)”" }.joined(separator: ", ") + ".")
        case .unknownColumn(let name):
            .init(
                da:
                    "Kolonnen »\(name.abbreviated())« kendes ikke. Ret overskriften efter skabelonen, eller slet kolonnen.",
                en:
                    "The column “\(name.abbreviated())” is not known. Correct its heading by the template, or delete it."
            )
        case .columnTwice(let name):
            .init(
                da: "Kolonnen »\(name.abbreviated())« står der to gange.",
                en: "The column “\(name.abbreviated())” stands twice.")
        case .wrongCount(let found, let expected):
            .init(
                da: "Rækken har \(found) felter; den skal have \(expected).",
                en: "The row has \(found) fields; it should have \(expected).")
        case .unknownName(let kind, let name):
            .init(
                da: "Der er ingen \(kind.name.da), der hedder »\(name.abbreviated())« eller har det som id.",
                en: "There is no \(kind.name.en) called “\(name.abbreviated())”, or with that id.")
        case .ambiguousName(let kind, let name):
            .init(
                da: "Flere hedder »\(name.abbreviated())« (\(kind.name.da)); skriv id'et.",
                en: "Several are called “\(name.abbreviated())” (\(kind.name.en)); write the id.")
        case .unknownSource(let name):
            .init(
                da: "Der er ingen politik eller budgetaftale, der hedder »\(name.abbreviated())« eller har det som id.",
                en: "There is no policy or budget agreement called “\(name.abbreviated())”, or with that id.")
        case .notYesNo(let text):
            .init(
                da: "»\(text.abbreviated())« skal være ja eller nej.", en: "“\(text.abbreviated())” must be yes or no.")
        case .badDate(let text):
            .init(
                da: "»\(text.abbreviated())« er ikke en dato; skriv den som 31-01-2027 eller 2027-01-31.",
                en: "“\(text.abbreviated())” is not a date; write it as 2027-01-31 or 31-01-2027.")
        case .notANumber(let text):
            .init(
                da: "»\(text.abbreviated())« er ikke et helt tal.", en: "“\(text.abbreviated())” is not a whole number."
            )
        case .twice(let name):
            .init(
                da: "»\(name.abbreviated())« står i en tidligere række. Er det to forskellige, så giv dem hver sit id.",
                en:
                    "“\(name.abbreviated())” stands in an earlier row. If they are two different things, give each an id."
            )
        case .writtenInModel:
            .init(
                da: "Den skrives i en samarbejdsmodel. Ret den dér, eller slet rækken.",
                en: "It is written in a collaboration model. Change it there, or delete the row.")
        case .missing: FaultReason.empty.message
        }
    }
}
