/// A part of a goal plan: items of one kind, with the same lines. The first line is the one an item is known by.
package struct PlanSection: Sendable, Hashable, Codable {
    package let id: ID
    package let title: LocalizedText
    /// Never empty.
    package let fields: [PlanField]
    /// Whether it is written through the year: such a section stays open when the plan is finished.
    package let isOfYear: Bool

    /// The raw value is stored and stands in files: it never changes.
    package enum ID: String, Sendable, Hashable, Codable, CaseIterable {
        case basis, objectives, goals, trialActions, signs, milestones, collaborations, tasks, dates, resources
        case parked, wellbeing, other
        /// Of profiles other than the goal plan.
        case agreement, values, initiatives, frames, rules, signatures
        /// Written through the year, also when the plan is finished.
        case observations, evaluations, followUps, status

        fileprivate var isOfYear: Bool {
            switch self {
            case .observations, .evaluations, .followUps, .status: true
            case .basis, .objectives, .goals, .trialActions, .signs, .milestones, .collaborations, .tasks, .dates,
                .resources, .parked, .wellbeing, .other, .agreement, .values, .initiatives, .frames, .rules,
                .signatures:
                false
            }
        }
    }

    /// - Parameter fields: the first is what an item is called by.
    init(_ id: ID, _ da: String, _ en: String, _ fields: [PlanField]) {
        self.id = id
        title = LocalizedText(da: da, en: en)
        self.fields = fields
        isOfYear = id.isOfYear
    }

    /// nil for a field that the section lacks.
    package func field(_ id: String) -> PlanField? {
        fields.first { $0.id == id }
    }

    /// Total: there is a section for each id.
    package static func section(_ id: ID) -> PlanSection {
        switch id {
        case .basis: basis
        case .objectives: objectives
        case .goals: goals
        case .trialActions: trialActions
        case .signs: signs
        case .milestones: milestones
        case .collaborations: collaborations
        case .tasks: tasks
        case .dates: dates
        case .resources: resources
        case .parked: parked
        case .wellbeing: wellbeing
        case .other: other
        case .agreement: agreement
        case .values: values
        case .initiatives: initiatives
        case .frames: frames
        case .rules: rules
        case .signatures: signatures
        case .observations: observations
        case .evaluations: evaluations
        case .followUps: followUps
        case .status: status
        }
    }
}

/// A line of a plan's item: what it is called, and what may stand in it. The value is always a text.
package struct PlanField: Sendable, Hashable, Codable {
    /// What may stand in a line.
    package enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        case text, longText
        /// `YYYY-MM-DD`, or nothing.
        case date
        /// Ids of the plan's items, or of what they come from, with a space between.
        case references
        /// One of ``choices``, by its id.
        case choice
        /// Kroner, written as people write numbers: `120.000` or `1.234,50`.
        case amount
    }

    /// One of the answers a line offers.
    package struct Choice: Sendable, Hashable, Codable {
        /// What is kept; never changes.
        package let id: String
        package let label: LocalizedText

        init(_ id: String, _ da: String, _ en: String) {
            self.id = id
            label = LocalizedText(da: da, en: en)
        }
    }

    package let id: String
    package let kind: Kind
    package let label: LocalizedText
    /// Empty unless the kind is ``Kind-swift.enum/choice``.
    package let choices: [Choice]
    /// The profiles that ask for the line; nil is all of them. Another profile still shows what stands in it.
    package let profiles: [Profile]?
    /// The section whose items a reference may mean; nil is the section named as the field.
    package let refersTo: PlanSection.ID?

    init(
        _ id: String, _ kind: Kind, _ da: String, _ en: String, in profiles: [Profile]? = nil,
        to refersTo: PlanSection.ID? = nil
    ) {
        self.init(id, kind, LocalizedText(da: da, en: en), [], profiles, refersTo)
    }

    /// A line of plain text.
    init(_ id: String, _ da: String, _ en: String, in profiles: [Profile]? = nil) {
        self.init(id, .text, LocalizedText(da: da, en: en), [], profiles, nil)
    }

    /// A choice of one.
    init(_ id: String, _ choices: [Choice], _ da: String, _ en: String, in profiles: [Profile]? = nil) {
        self.init(id, .choice, LocalizedText(da: da, en: en), choices, profiles, nil)
    }

    private init(
        _ id: String, _ kind: Kind, _ label: LocalizedText, _ choices: [Choice], _ profiles: [Profile]?,
        _ refersTo: PlanSection.ID?
    ) {
        self.id = id
        self.kind = kind
        self.label = label
        self.choices = choices
        self.profiles = profiles
        self.refersTo = refersTo
    }

    /// Whether the profile's form has the line.
    package func isAsked(in profile: Profile) -> Bool {
        profiles?.contains(profile) ?? true
    }

    /// What somebody wrote elsewhere as the plan keeps it: a day by its ISO form, texts clean.
    func kept(_ written: String) -> String {
        switch kind {
        case .date: CalendarDate(written: written.trimmed)?.iso ?? written
        case .choice: written.trimmed
        case .references: written.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        case .amount, .text, .longText: CleanText.clean(written)
        }
    }

    /// Whether a text of a file says what the plan says. A spreadsheet writes days and numbers in its own way.
    func says(_ written: String, as kept: String) -> Bool {
        if self.kept(written) == self.kept(kept) { return true }
        guard kind == .amount, [written, kept].allSatisfy(Self.isNumber) else { return false }
        return NumberWords.value(written) == NumberWords.value(kept)
    }

    private static func isNumber(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy { ("0"..."9").contains($0) || ".,-".unicodeScalars.contains($0) }
    }

    /// The words for a choice; the text itself for every other line.
    package func words(_ text: String) -> LocalizedText {
        choices.first { $0.id == text }?.label ?? LocalizedText(da: text, en: text)
    }
}
