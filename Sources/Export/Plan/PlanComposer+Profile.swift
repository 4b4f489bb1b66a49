package import Planning

/// A plan, or the draft of one, as the document of its governance system: the system's parts in their order, and after
/// them what no part has.
extension PlanComposer {
    /// - Parameter isDraft: nobody has taken any of it yet.
    package static func compose(_ source: PlanSource, asDraft isDraft: Bool, language: Language) -> ExportDocument {
        let composer = PlanComposer(source: source, words: ExportWords(language: language))
        let profile = PlanProfile.profile(source.plan.profile)
        let name = profile.title.in(language) + (source.year.map { " \($0)" } ?? "")
        let title =
            (isDraft ? composer.words("UDKAST: ", "DRAFT: ") : "") + name + " – "
            + PlainText.line(source.unit.name)
        return ExportDocument(
            title: title, language: language,
            pageHead: [source.unit.name, name, source.kle.map { "KLE \($0)" } ?? ""],
            blocks: composer.blocks(of: profile, title: title))
    }

    @BlockBuilder private func blocks(of profile: PlanProfile, title: String) -> [Block] {
        Block.heading(1, Line(title))
        if let notice = source.notice { Block.notice(Line(PlainText.line(notice))) }
        facts
        for part in profile.parts { block(of: part) }
        for section in PlanSection.all where !profile.parts.contains(section.id) {
            self.section(section.id, plan.items(in: section.id), level: 2)
        }
        if !plan.isFinished { remaining }
        approval
        origin
    }

    @BlockBuilder private func block(of part: PlanProfile.Part) -> [Block] {
        let contents = part.sections.map { ($0.section, PlanProfile.items($0, of: plan)) }.filter { !$0.1.isEmpty }
        if !contents.isEmpty {
            Block.heading(2, Line(part.title.in(language)))
            for (section, items) in contents { self.section(section, items, level: 3) }
        }
    }

    @BlockBuilder private func section(_ id: PlanSection.ID, _ items: [PlanItem], level: Int) -> [Block] {
        if !items.isEmpty {
            Block.heading(level, Line(PlanSection.section(id).title.in(language)))
            bullets(items.map { .init(Line.strong(self.title(of: $0)), details: lines($0)) })
        }
    }
}

extension [PlanProfile.Part] {
    fileprivate func contains(_ section: PlanSection.ID) -> Bool {
        contains { $0.sections.contains { $0.section == section } }
    }
}
