import Application
import Planning

/// What requests say of a plan that more than one resource reads.
extension RequestContext {
    /// The year asked for, or the week's own.
    ///
    /// - Throws: `Problem` 400 for one that is none, or that neither says.
    func year(of week: Week) throws -> Int {
        let asked = query["year"].map { Int($0) } ?? week.year ?? week.annualCycle.start?.year
        // One that has a year before and after it.
        guard let year = asked, (1001...9998).contains(year) else {
            throw Problem.badRequest(
                "Sig, hvilket år det er, fx ?year=2027.", en: "Say which year, such as ?year=2027.")
        }
        return year
    }

    /// The finished version that the address names, in digits without leading zeros.
    ///
    /// - Throws: `Problem` 404.
    func version(of plans: PlanRepository) async throws -> (change: PlanChange, plan: GoalPlan) {
        let wanted = try parameter(.planVersion)
        let versions = try await plans.versions(parameter(.unit), inWeek: parameter(.week))
        guard let version = versions.first(where: { String($0.plan.version) == wanted }) else { throw Problem.notFound }
        return version
    }
}
