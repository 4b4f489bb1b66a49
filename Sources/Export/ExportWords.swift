import Planning

/// The words of a document that the product itself writes.
struct ExportWords {
    let language: Language

    /// Words of ours in the document's language: `words("Mål", "Goals")`.
    func callAsFunction(_ da: String, _ en: String) -> String {
        language == .danish ? da : en
    }

    var missing: String { self("mangler", "missing") }
    var untitled: String { self("Uden navn", "Without a name") }

    func date(_ date: CalendarDate) -> String {
        date.words(language)
    }

    /// "1. februar 2027 – 25. juni 2027", and with one of them alone "fra …" or "til …".
    func period(_ start: CalendarDate?, _ end: CalendarDate?) -> String? {
        switch (start, end) {
        case (let start?, let end?): "\(date(start)) – \(date(end))"
        case (let start?, nil): self("fra \(date(start))", "from \(date(start))")
        case (nil, let end?): self("til \(date(end))", "until \(date(end))")
        case (nil, nil): nil
        }
    }

    /// A level's name inside a sentence or heading.
    func level(_ level: Level) -> String {
        level.name.in(language).insideSentence()
    }

    /// "**Label:** text", or nil when there is no text.
    func labelled(_ da: String, _ en: String, _ text: Line?) -> Line? {
        text.map { Line.strong(self(da, en) + ":") + " " + $0 }
    }

    /// For people's words, which are never styled.
    func labelled(_ da: String, _ en: String, _ text: String?) -> Line? {
        labelled(da, en, text.map { Line($0) })
    }
}
