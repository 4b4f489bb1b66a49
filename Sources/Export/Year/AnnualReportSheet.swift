import Planning

/// An annual report as rows, one for each thing that it tells.
enum AnnualReportSheet {
    static func make(_ report: AnnualReport, of source: PlanSource, language: Language) -> Spreadsheet {
        let words = ExportWords(language: language)
        let head = [
            words("Enhed", "Unit"), words("År", "Year"), words("Del", "Part"), words("Mål", "Goal"),
            words("Tekst", "Text"), words("Dato", "Date"), words("Resultat", "Result"), words("Bemærkning", "Remark"),
        ]
        let whose = [source.unit.name, String(report.year)]
        let rows: [[String]] =
            report.goals.flatMap { goal($0, words) }
            + report.status.map {
                [
                    words("Status", "Status"), "", $0.objective, $0.date?.iso ?? "",
                    $0.state?.in(language) ?? "", $0.text ?? "",
                ]
            }
            + report.followUps.map {
                [
                    words("Opfølgning", "Follow-up"), "", $0.title.in(language), $0.date.iso,
                    $0.doneOn.map { words("holdt \($0.iso)", "held \($0.iso)") } ?? words("ikke holdt", "not held"),
                    $0.outcome ?? "",
                ]
            }
            + report.frames.map {
                [
                    words("Ramme", "Frame"), "", $0.title, "", $0.amount ?? "",
                    [$0.kind?.in(language), $0.remark].compactMap(\.self).joined(separator: "; "),
                ]
            }
        return Spreadsheet(head: head, rows: rows.map { whose + $0 })
    }

    private static func goal(_ goal: GoalAccount, _ words: ExportWords) -> [[String]] {
        var rows = [
            [words("Mål", "Goal"), goal.text, goal.desired ?? "", goal.deadline?.iso ?? "", "", goal.current ?? ""]
        ]
        for action in goal.trialActions {
            rows.append(
                [
                    words("Prøvehandling", "Trial action"), goal.text, action.title, action.end?.iso ?? "", "", "",
                ])
            rows += action.evaluations.map {
                [
                    words("Evaluering", "Evaluation"), goal.text, $0.effect ?? action.title, $0.date?.iso ?? "",
                    $0.decision?.in(words.language) ?? "", $0.learned ?? "",
                ]
            }
        }
        for sign in goal.signs {
            let course = [sign.baseline?.text, sign.target?.text].map { $0 ?? words.missing }.joined(separator: " → ")
            rows.append([words("Tegn", "Sign"), goal.text, sign.title, "", "", course])
            rows += sign.observations.map {
                [
                    words("Tegn, set undervejs", "Sign as observed"), goal.text, sign.title, $0.date?.iso ?? "",
                    $0.text, $0.remark ?? "",
                ]
            }
        }
        rows += goal.milestones.map {
            [words("Milepæl", "Milestone"), goal.text, $0.text, $0.due?.iso ?? "", "", $0.evidence ?? ""]
        }
        return rows
    }
}
