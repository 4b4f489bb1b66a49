package import Planning

/// A goal plan as rows, one for each line of it. The columns `afsnit`, `punkt`, `felt` and `tekst` are those that a
/// plan is brought in by, so that a sheet can be filled in elsewhere and come back; the others are for reading.
package enum PlanSheet {
    package static func make(_ source: PlanSource, language: Language = .danish) -> Spreadsheet {
        let words = ExportWords(language: language)
        let head = [
            words("Enhed", "Unit"), words("År", "Year"), words("Version", "Version"), words("Del", "Part"),
            words("Linje", "Line"), words("Tekst", "Text"), words("Henviser til", "Refers to"),
            words("Oprindelse", "Origin"), words("Aftale", "Agreement"), words("Afsnit", "Section"),
            words("Punkt", "Item"), words("Felt", "Field"),
        ]
        let whose = [source.unit.name, source.year.map(String.init) ?? "", String(source.version)]
        var rows: [[String]] = []
        for section in PlanSection.all {
            for item in source.plan.items(in: section.id) {
                for field in section.fields {
                    guard let value = item.values[field.id], let text = presentText(value.text) else { continue }
                    let meaning = field.kind == .references ? source.meanings(of: item, field.id) : []
                    let place = [section.title.in(language), field.label.in(language), text]
                    let told = [
                        meaning.joined(separator: "; "), origin(value.origin, words),
                        value.origin.models.map(\.title).joined(separator: "; "),
                    ]
                    rows.append(whose + place + told + [section.id.rawValue, item.id, field.id])
                }
            }
        }
        return Spreadsheet(head: head, rows: rows, isBroughtAgain: true)
    }

    private static func origin(_ origin: PlanOrigin, _ words: ExportWords) -> String {
        switch origin.kind {
        case .leader: words("skrevet af leder", "written by the leader")
        case .source: words("fra ugen", "from the week") + version(origin, words)
        case .file: words("fra en fil", "from a file")
        case .carriedOver: words("ført over fra en tidligere plan", "carried over from an earlier plan")
        case .common: words("fælles for alle enheder", "common to all units")
        }
    }

    private static func version(_ origin: PlanOrigin, _ words: ExportWords) -> String {
        origin.version.map { words(", udkast \($0)", ", draft \($0)") } ?? ""
    }
}
