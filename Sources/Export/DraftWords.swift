import Planning

/// The words of a goal-plan draft that the product itself writes.
struct DraftWords {
    let language: Language

    func callAsFunction(_ da: String, _ en: String) -> String {
        language == .danish ? da : en
    }

    var missing: String { self("mangler", "missing") }

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
}
