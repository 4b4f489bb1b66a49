import Planning
import Testing

/// Every kind of gap: it isn't there before the one change that makes it, it is there after, and it says where.
@Suite struct GapTests {
    private func expect(
        _ kind: GapKind, path: String, _ sentence: String, unit: String = "u-skole", isNew: Bool = true,
        _ change: (inout JSONValue) throws -> Void, sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let before = try Fixtures.draft(unit).gaps
        let after = try Fixtures.draft(unit, change).gaps
        let added = after.filter { !before.contains($0) }
        let gap = added.first { $0.kind == kind }
        #expect(gap?.place.path == path, sourceLocation: sourceLocation)
        #expect(gap?.sentence.da == sentence, sourceLocation: sourceLocation)
        #expect(gap?.sentence.en.isEmpty == false, sourceLocation: sourceLocation)
        #expect(gap?.remedy.da.isEmpty == false && gap?.remedy.en.isEmpty == false, sourceLocation: sourceLocation)
        if isNew { #expect(!before.contains { $0.kind == kind }, sourceLocation: sourceLocation) }
    }

    @Test func `a unit without a leader's function`() throws {
        try expect(
            .leaderFunctionMissing, path: "$.units[0].leaderFunction",
            "Det er ikke angivet, hvilken funktion der leder Lærkeskolen."
        ) { $0["units", 0, "leaderFunction"] = nil }
    }

    @Test func `a mandatory budget objective that no unit has a goal under, also without a yearly selection`() throws {
        let sentence =
            "Ingen enhed har et mål under »Familier, der får hjælp flere steder i kommunen, møder os som én.«, som der skal arbejdes med i år."
        for selects in [true, false] {
            try expect(.mandatoryObjectiveWithoutGoal, path: "$.objectives[2]", sentence) {
                $0["goals", 2, "objectiveIds"] = ["ms-1"]
                $0["goals", 3, "objectiveIds"] = ["ms-1"]
                if !selects { $0["annualSelection"] = nil }
            }
        }
    }

    @Test func `a policy behind the unit's goals that is not for four years`() throws {
        let sentence = "Politikken »Børne- og ungepolitik 2026–2030« gælder ikke i fire år."
        for end in ["2030-06-29", "2030-07-01", "2029-06-30"] {
            try expect(.policyNotFourYears, path: "$.policies[0].validTo", sentence) {
                $0["policies", 0, "validTo"] = .string(end)
            }
        }
        try expect(.policyNotFourYears, path: "$.policies[0].validFrom", sentence) {
            $0["policies", 0, "validFrom"] = nil
        }
        let leapYear = try Fixtures.draft {
            $0["policies", 0, "validFrom"] = "2024-03-01"
            $0["policies", 0, "validTo"] = "2028-02-29"
        }
        #expect(!leapYear.gaps.contains { $0.kind == .policyNotFourYears })
    }

    @Test func `a policy that is not in force when the week is held`() throws {
        try expect(
            .policyNotInForce, path: "$.policies[0].validTo",
            "Politikken »Børne- og ungepolitik 2026–2030« gælder ikke 18. januar 2027, når ugen holdes."
        ) {
            $0["policies", 0, "validFrom"] = "2022-07-01"
            $0["policies", 0, "validTo"] = "2026-06-30"
        }
    }

    @Test func `a policy without a future scenario or a link to the vision`() throws {
        try expect(
            .policyWithoutScenario, path: "$.policies[0].futureScenario",
            "Politikken »Børne- og ungepolitik 2026–2030« har intet fremtidsscenarie."
        ) { $0["policies", 0, "futureScenario"] = " " }
        try expect(
            .policyWithoutVision, path: "$.policies[0].visionId",
            "Politikken »Børne- og ungepolitik 2026–2030« henviser ikke til visionen."
        ) { $0["policies", 0, "visionId"] = nil }
    }

    @Test func `a goal under no objective`() throws {
        try expect(.goalWithoutObjective, path: "$.goals[0].objectiveIds", "Mål M-1 hører ikke til nogen målsætning.") {
            $0["goals", 0, "objectiveIds"] = []
        }
    }

    @Test func `a goal without a deadline`() throws {
        try expect(.goalWithoutDeadline, path: "$.goals[0].deadline", "Mål M-1 har ingen frist.") {
            $0["goals", 0, "deadline"] = nil
        }
    }

    @Test func `a deadline before the week`() throws {
        try expect(
            .goalDeadlinePassed, path: "$.goals[0].deadline", "Fristen for mål M-1, 17. januar 2027, er allerede gået."
        ) { $0["goals", 0, "deadline"] = "2027-01-17" }
    }

    @Test func `a deadline more than four years ahead, counted from the week`() throws {
        try expect(
            .goalDeadlineTooFar, path: "$.goals[0].deadline",
            "Fristen for mål M-1, 19. januar 2031, ligger mere end fire år frem."
        ) { $0["goals", 0, "deadline"] = "2031-01-19" }
        let atLimit = try Fixtures.draft { $0["goals", 0, "deadline"] = "2031-01-18" }
        #expect(!atLimit.gaps.contains { $0.kind == .goalDeadlineTooFar })
    }

    @Test func `a goal neither measurable nor noticeable`() throws {
        try expect(
            .goalNeitherMeasurableNorNoticeable, path: "$.goals[0].measurable",
            "Det er ikke angivet, om mål M-1 er målbart eller mærkbart."
        ) { $0["goals", 0, "measurable"] = false }
    }

    @Test func `a goal without the movement from one situation to another`() throws {
        try expect(
            .goalWithoutSituation, path: "$.goals[0].desiredSituation",
            "Mål M-1 mangler den aktuelle eller den ønskede situation."
        ) { $0["goals", 0, "desiredSituation"] = " " }
    }

    @Test func `a goal without trial action`() throws {
        try expect(.goalWithoutTrialAction, path: "$.goals[1]", "Mål M-2 har ingen prøvehandling.") {
            $0["trialActions", 0, "goalIds"] = ["m-1"]
            $0["trialActions", 1, "goalIds"] = ["m-1"]
        }
        #expect(
            try Fixtures.draft("u-ung").gaps.contains { $0.kind == .goalWithoutTrialAction && $0.place.goalId == "m-4" }
        )
    }

    @Test func `a goal without signs`() throws {
        try expect(.goalWithoutSign, path: "$.goals[1]", "Mål M-2 har ingen tegn.") { $0["signs", 1, "goalId"] = "m-1" }
    }

    @Test func `a baseline that is needed and missing, and none where it isn't needed`() throws {
        try expect(
            .baselineMissing, path: "$.goals[0].baseline", "Nulpunktsmåling mangler for mål M-1 (skolens fraværstal).",
            isNew: false
        ) { $0["goals", 0, "baseline", "value"] = nil }
        #expect(try Fixtures.draft("u-spl").gaps.allSatisfy { $0.kind != .baselineMissing })
    }

    @Test func `a sign without a starting point or a data source`() throws {
        try expect(
            .signWithoutBaseline, path: "$.signs[0].baseline", "Tegn T-1 har intet udgangspunkt endnu.", isNew: false
        ) { $0["signs", 0, "baseline"] = nil }
        try expect(.signWithoutDataSource, path: "$.signs[0].dataSource", "Tegn T-1 har ingen datakilde.") {
            $0["signs", 0, "dataSource"] = ""
        }
    }

    @Test func `a trial action without period, hypothesis or preparation`() throws {
        try expect(
            .trialActionWithoutPeriod, path: "$.trialActions[0].end",
            "Prøvehandlingen »Morgenhallen« mangler en start- eller slutdato."
        ) { $0["trialActions", 0, "end"] = nil }
        try expect(
            .trialActionWithoutHypothesis, path: "$.trialActions[0].hypothesis",
            "Prøvehandlingen »Morgenhallen« mangler en antagelse om, hvad der sker."
        ) { $0["trialActions", 0, "hypothesis"] = nil }
        try expect(
            .trialActionWithoutPreparation, path: "$.trialActions[0].preparation",
            "Prøvehandlingen »Morgenhallen« mangler en forberedelse."
        ) { $0["trialActions", 0, "preparation"] = nil }
    }

    @Test func `a milestone without date or anybody responsible`() throws {
        try expect(
            .milestoneWithoutDate, path: "$.milestones[1].due",
            "Milepælen »Hallen åbner den første morgen« har ingen dato."
        ) { $0["milestones", 1, "due"] = nil }
        try expect(
            .milestoneWithoutResponsible, path: "$.milestones[1].responsible",
            "Milepælen »Hallen åbner den første morgen« har ingen ansvarlig."
        ) { $0["milestones", 1, "responsible", "function"] = nil }
    }

    @Test func `units that have not confirmed are named together`() throws {
        try expect(
            .unitHasNotConfirmed, path: "$.models[1].confirmations",
            "Aftalen »Fra fravær til fremmøde« mangler bekræftelse fra Lærkeskolen, Familie og Rådgivning.",
            isNew: false
        ) {
            $0["models", 1, "confirmations", 1] = nil
            $0["models", 1, "confirmations", 0] = nil
        }
    }

    @Test func `a confirmation from before a change`() throws {
        try expect(
            .confirmationBeforeChange, path: "$.models[1].confirmations",
            "Aftalen »Fra fravær til fremmøde« er ændret, efter at den blev bekræftet af Familie og Rådgivning."
        ) { $0["models", 1, "confirmations", 1, "contentVersion"] = "en ældre" }
    }

    @Test func `an activity with none or several accountable at co-creation`() throws {
        let sentence = "»Morgenhallen«: ingen eller flere overordnet ansvarlige for »Daglig afvikling«."
        for role in ["A", "R"] {
            try expect(.notExactlyOneAccountable, path: "$.models[2].fields.roles", sentence, isNew: false) {
                $0["models", 2, "fields", "roles", 0, "role"] = .string(role)
                $0["models", 2, "fields", "roles", 1, "role"] = .string(role)
            }
        }
    }

    @Test func `an activity with none or several responsible at the lower levels`() throws {
        try expect(
            .notExactlyOneAccountable, path: "$.models[1].fields.roles",
            "»Fra fravær til fremmøde«: ingen eller flere ansvarlige for »Se fraværet og melde til«.", isNew: false
        ) { $0["models", 1, "fields", "roles", 0, "role"] = "contributes" }
        try expect(
            .notExactlyOneAccountable, path: "$.models[1].fields.roles",
            "»Fra fravær til fremmøde«: ingen eller flere ansvarlige for »Se fraværet og melde til«.", isNew: false
        ) { $0["models", 1, "fields", "roles", 1, "activity"] = " se fraværet og melde til" }
    }

    @Test func `a leader who has not confirmed, though staff have`() throws {
        try expect(
            .leaderHasNotConfirmed, path: "$.models[2].confirmations",
            "Aftalen »Morgenhallen« er bekræftet af medarbejdere, men endnu ikke af lederen i Lærkeskolen.",
            isNew: false
        ) { $0["models", 2, "confirmations", 0, "function"] = "Pædagogisk leder" }
    }

    @Test func `a unit's leader may confirm before or after its staff`() throws {
        let leader: JSONValue = ["unitId": "u-kfi", "function": "Afdelingsleder", "on": "2027-01-21"]
        for comesFirst in [true, false] {
            let draft = try Fixtures.draft("u-kfi") {
                let staff = $0["models", 0, "confirmations"]?.array ?? []
                $0["models", 0, "confirmations"] = .array(comesFirst ? [leader] + staff : staff + [leader])
            }
            #expect(draft.gaps.first { $0.kind == .leaderHasNotConfirmed }?.place.unitIds == ["u-skole"])
        }
    }

    @Test func `a leader's old confirmation doesn't stand for what staff confirmed anew`() throws {
        let draft = try Fixtures.draft("u-kfi") {
            $0.append(
                ["unitId": "u-kfi", "function": "Afdelingsleder", "on": "2027-01-18", "contentVersion": "en ældre"],
                to: "models", 0, "confirmations")
        }
        #expect(draft.gaps.first { $0.kind == .leaderHasNotConfirmed }?.place.unitIds == ["u-kfi", "u-skole"])
        #expect(!draft.gaps.contains { $0.kind == .confirmationBeforeChange })
    }

    @Test func `a leader's function is recognised however it is spaced and capitalised`() throws {
        let draft = try Fixtures.draft("u-kfi") { $0["models", 0, "confirmations", 0, "function"] = " afdelingsleder " }
        let gap = draft.gaps.first { $0.kind == .leaderHasNotConfirmed }
        #expect(gap?.place.unitIds == ["u-skole"])
    }

    @Test func `an agreement without coordinator`() throws {
        try expect(
            .coordinatorMissing, path: "$.models[1].fields.coordinator",
            "Aftalen »Fra fravær til fremmøde« har ingen tovholder."
        ) { $0["models", 1, "fields", "coordinator"] = nil }
    }

    @Test func `personal data shared without a legal basis`() throws {
        try expect(
            .personalDataWithoutSharing, path: "$.models[1].fields.dataSharing",
            "Aftalen »Fra fravær til fremmøde« deler personoplysninger, men siger ikke på hvilket grundlag."
        ) { $0["models", 1, "fields", "dataSharing"] = nil }
    }

    @Test func `a field that is empty though its level requires it`() throws {
        try expect(
            .requiredFieldEmpty, path: "$.models[1].fields.escalation",
            "Aftalen »Fra fravær til fremmøde« mangler »Når vi er uenige«."
        ) { $0["models", 1, "fields", "escalation"] = nil }
        let knowledge = try Fixtures.draft { $0["models", 0, "fields", "escalation"] = nil }
        #expect(!knowledge.gaps.contains { $0.kind == .requiredFieldEmpty })
    }

    @Test func `every kind of gap has a test above`() {
        let tested: Set<GapKind> = [
            .policyNotFourYears, .policyNotInForce, .policyWithoutScenario, .policyWithoutVision,
            .leaderFunctionMissing, .mandatoryObjectiveWithoutGoal, .goalWithoutObjective, .goalWithoutDeadline,
            .goalDeadlinePassed, .goalDeadlineTooFar, .goalNeitherMeasurableNorNoticeable, .goalWithoutSituation,
            .goalWithoutTrialAction, .goalWithoutSign, .baselineMissing, .signWithoutBaseline, .signWithoutDataSource,
            .trialActionWithoutPeriod, .trialActionWithoutHypothesis, .trialActionWithoutPreparation,
            .milestoneWithoutDate, .milestoneWithoutResponsible, .unitHasNotConfirmed, .confirmationBeforeChange,
            .notExactlyOneAccountable, .leaderHasNotConfirmed, .coordinatorMissing, .personalDataWithoutSharing,
            .requiredFieldEmpty,
        ]
        #expect(tested == Set(GapKind.allCases))
    }
}
