package import Planning

/// What is built from many plans. Not on the service loop: a municipality has a hundred plans a year.
extension PlanRepository {
    /// The status of each objective of a week.
    package func report(of week: Week, earlier: [Week]) async throws -> ObjectiveReport {
        ObjectiveReport(week: week, plans: try await plans(ofWeek: week.id), earlier: earlier)
    }

    /// What a plan learned, with the names that somebody who reads many plans needs.
    package struct NamedLearning: Codable {
        package let unitName, weekTitle: String
        package let learning: Learning
    }

    /// What the plans of some weeks learned, newest first.
    /// - Parameter words: must all stand in it.
    package func learning(in weeks: [Week], words: [String]) async throws -> [NamedLearning] {
        var found: [NamedLearning] = []
        for week in weeks {
            for plan in try await plans(ofWeek: week.id) {
                found += plan.learning(year: week.year).filter { $0.matches(words) }.map {
                    NamedLearning(unitName: week.name(of: .unit(plan.unitId)), weekTitle: week.title, learning: $0)
                }
            }
        }
        return found.sorted { ($0.learning.date?.iso ?? "") > ($1.learning.date?.iso ?? "") }
    }
}
