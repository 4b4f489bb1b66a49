/// Gaps in the agreements the unit is party to.
extension GapFinder {
    func agreementGaps(_ state: ModelState) -> [Gap] {
        [notConfirmedGap(state), beforeChangeGap(state)].compactMap(\.self) + accountableGaps(state)
            + [leaderGap(state)].compactMap(\.self) + fieldGaps(state)
    }

    private func title(_ state: ModelState, _ language: Language) -> String {
        presentText(state.model.title) ?? (language == .danish ? "uden navn" : "without a name")
    }

    private func place(_ state: ModelState, _ member: String, field: String? = nil, units: [String]? = nil) -> GapPlace
    {
        let base = path("models", week.models.firstIndex { $0.id == state.model.id })
        var place = GapPlace(field.map { base["fields"][$0] } ?? base[member])
        place.modelId = state.model.id
        place.fieldId = field
        place.unitIds = units
        return place
    }

    private func names(_ unitIds: [String]) -> String {
        unitIds.map { week.name(of: .unit($0)) }.joined(separator: ", ")
    }

    private func notConfirmedGap(_ state: ModelState) -> Gap? {
        let units = state.unconfirmedUnitIds
        guard !units.isEmpty else { return nil }
        return Gap(
            kind: .unitHasNotConfirmed,
            sentence: .init(
                da: "Aftalen »\(title(state, .danish))« mangler bekræftelse fra \(names(units)).",
                en: "The agreement “\(title(state, .english))” has not been confirmed by \(names(units))."),
            remedy: .init(
                da: "Bed enheden læse aftalen og bekræfte den.",
                en: "Ask the unit to read the agreement and confirm it."),
            place: place(state, "confirmations", units: units))
    }

    private func beforeChangeGap(_ state: ModelState) -> Gap? {
        let units = state.model.unitIds.filter { id in
            state.confirmation(of: .unit(id)).map { state.state(of: $0) == .beforeChange } ?? false
        }
        guard !units.isEmpty else { return nil }
        return Gap(
            kind: .confirmationBeforeChange,
            sentence: .init(
                da: "Aftalen »\(title(state, .danish))« er ændret, efter at den blev bekræftet af \(names(units)).",
                en: "The agreement “\(title(state, .english))” was changed after \(names(units)) confirmed it."),
            remedy: .init(
                da: "Læs ændringerne, og bekræft aftalen igen.", en: "Read the changes and confirm the agreement again."
            ),
            place: place(state, "confirmations", units: units))
    }

    /// At co-creation exactly one function is accountable (RASCI's A) for every activity; at the lower levels exactly
    /// one is responsible.
    private func accountableGaps(_ state: ModelState) -> [Gap] {
        let isShared = state.model.level == .coCreation
        let holder = isShared ? "A" : "responsible"
        return Activities(state.model.rows(FieldID.roles)).activities.compactMap { activity in
            guard activity.roles.count(where: { $0 == holder }) != 1 else { return nil }
            let da = isShared ? "ingen eller flere overordnet ansvarlige" : "ingen eller flere ansvarlige"
            let en = isShared ? "none or several accountable" : "none or several responsible"
            return Gap(
                kind: .notExactlyOneAccountable,
                sentence: .init(
                    da: "»\(title(state, .danish))«: \(da) for »\(activity.name)«.",
                    en: "“\(title(state, .english))”: \(en) for “\(activity.name)”."),
                remedy: .init(
                    da: "Aftal, hvilken ene funktion der har ansvaret.",
                    en: "Agree on the one function that carries the responsibility."),
                place: place(state, "fields", field: FieldID.roles))
        }
    }

    private func leaderGap(_ state: ModelState) -> Gap? {
        let units = state.model.unitIds.filter { id in
            let standing = state.standingConfirmations(of: .unit(id))
            guard !standing.isEmpty, week.unit(id)?.leaderFunction != nil else { return false }
            return !standing.contains(where: week.isLeaders)
        }
        guard !units.isEmpty else { return nil }
        return Gap(
            kind: .leaderHasNotConfirmed,
            sentence: .init(
                da:
                    "Aftalen »\(title(state, .danish))« er bekræftet af medarbejdere, men endnu ikke af lederen i \(names(units)).",
                en:
                    "The agreement “\(title(state, .english))” is confirmed by staff, but not yet by the leader of \(names(units))."
            ),
            remedy: .init(
                da: "Bed lederen tage stilling og bekræfte.", en: "Ask the leader to take a stand and confirm."),
            place: place(state, "confirmations", units: units))
    }

    private func fieldGaps(_ state: ModelState) -> [Gap] {
        state.model.missingFields(definitions: draft.definitions).map { field in
            let (kind, da, en): (GapKind, String, String) =
                switch field.id {
                case FieldID.coordinator: (.coordinatorMissing, "har ingen tovholder", "has no coordinator")
                case FieldID.dataSharing:
                    (
                        .personalDataWithoutSharing, "deler personoplysninger, men siger ikke på hvilket grundlag",
                        "shares personal data without saying on what legal basis"
                    )
                default: (.requiredFieldEmpty, "mangler »\(field.label.da)«", "lacks “\(field.label.en)”")
                }
            return Gap(
                kind: kind,
                sentence: .init(
                    da: "Aftalen »\(title(state, .danish))« \(da).",
                    en: "The agreement “\(title(state, .english))” \(en)."),
                remedy: .init(
                    da: "Udfyld feltet i aftalen, og bekræft igen.", en: "Fill in the field and confirm again."),
                place: place(state, "fields", field: field.id))
        }
    }
}

extension CollaborationModel {
    fileprivate func missingFields(definitions: FieldDefinitions) -> [FieldDefinition] {
        missingFields(definitions).compactMap { definitions[$0] }
    }
}
