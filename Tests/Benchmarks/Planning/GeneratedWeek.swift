import Planning

/// A week as large as a municipality's: every unit with goals, each goal with a trial action, a sign and a milestone, and
/// models between two, three or four units, filled at their level. The same numbers give the same week.
struct GeneratedWeek {
    let units: Int
    let models: Int

    var document: JSONValue {
        [
            "schemaVersion": 1, "weekId": "uge-stor", "title": "Udviklingsuge",
            "municipality": ["name": "Eksempelkøbing"],
            "annualCycle": ["year": 2027, "developmentWeek": ["start": "2027-01-18", "end": "2027-01-22"]],
            "units": list(units) { unit in
                ["id": .string("u-\(unit)"), "name": .string("Enhed \(unit)"), "leaderFunction": "Leder"]
            },
            "citizenGroups": [["id": "bg-1", "name": "Familier"]],
            "objectives": list(20) {
                ["id": .string("ms-\($0)"), "text": .string("Målsætning \($0) om at høre til.")]
            },
            "goals": list(goals, goal), "trialActions": list(goals, trialAction), "signs": list(goals, sign),
            "milestones": list(goals, milestone),
            "sessions": list(40, session),
            "models": list(models, model),
        ]
    }

    private var goals: Int { units * 3 }

    private func list(_ count: Int, _ make: (Int) -> JSONValue) -> JSONValue {
        .array((0..<count).map(make))
    }

    private func text(_ number: Int, _ words: String) -> JSONValue {
        .string("\(words) \(number): familien møder voksne, der taler sammen, og hører til et sted tæt på.")
    }

    /// Eight a day: two times, four rooms.
    private func session(_ number: Int) -> JSONValue {
        let isMorning = number / 5 % 2 == 0
        return [
            "id": .string("session-\(number)"), "title": .string("Session \(number)"),
            "date": .string("2027-01-\(18 + number % 5)"), "startsAt": isMorning ? "09:00" : "12:30",
            "endsAt": isMorning ? "12:00" : "15:30", "room": .string("Lokale \(number / 10 + 1)"),
        ]
    }

    private func goal(_ number: Int) -> JSONValue {
        [
            "id": .string("m-\(number)"), "unitId": .string("u-\(number / 3)"), "text": text(number, "Mål"),
            "objectiveIds": [.string("ms-\(number % 20)")], "citizenGroupId": "bg-1", "measurable": true,
            "currentSituation": text(number, "Nu"), "desiredSituation": text(number, "Så"), "deadline": "2028-06-30",
        ]
    }

    private func trialAction(_ number: Int) -> JSONValue {
        [
            "id": .string("p-\(number)"), "title": .string("Prøvehandling \(number)"),
            "goalIds": [.string("m-\(number)")],
            "ownerUnitId": .string("u-\(number / 3)"), "withUnitIds": [.string("u-\((number / 3 + 1) % units)")],
            "hypothesis": text(number, "Hvis"), "start": "2027-02-01", "end": "2027-05-01",
        ]
    }

    private func sign(_ number: Int) -> JSONValue {
        [
            "id": .string("t-\(number)"), "goalId": .string("m-\(number)"), "text": text(number, "Tegn"),
            "baseline": "62 %",
            "collectedBy": ["unitId": .string("u-\(number / 3)"), "function": "Leder"],
        ]
    }

    private func milestone(_ number: Int) -> JSONValue {
        [
            "id": .string("mp-\(number)"), "goalId": .string("m-\(number)"), "text": text(number, "Milepæl"),
            "due": "2027-04-01",
            "responsible": ["unitId": .string("u-\(number / 3)"), "function": "Leder"],
        ]
    }

    private func model(_ number: Int) -> JSONValue {
        let level = Level.allCases[number % Level.allCases.count]
        let parties = (0..<2 + number % 3).map { (number * 7 + $0 * 13) % units }
        let ids = parties.map { "u-\($0)" }
        return [
            "id": .string("aftale-\(number)"), "sessionId": .string("session-\(number % 40)"),
            "level": .string(level.rawValue),
            "fields": [
                "title": .string("Aftale \(number)"), "parties": .strings(ids),
                "goals": .strings(parties.map { "m-\($0 * 3)" }), "task": text(number, "Opgaven"),
                "whyCross": text(number, "Derfor"), "period": ["start": "2027-02-01", "end": "2027-12-17"],
                "expectations": .array(
                    ids.map { ["unitId": .string($0), "need": text(number, "Brug"), "give": text(number, "Giver")] }),
                "roles": .array(
                    ids.map {
                        [
                            "activity": .string("Opgave \(number)"), "unitId": .string($0), "function": "Leder",
                            "role": "responsible",
                        ]
                    }),
                "evaluation": [["date": "2027-06-09", "question": text(number, "Virker")]],
            ],
            "confirmations": .array(ids.map { ["unitId": .string($0), "function": "Leder", "on": "2027-01-20"] }),
        ]
    }
}
