import Application
import ArgumentParser
import Planning
import Storage

/// Which unit's plan, and where the data are.
struct PlanArguments: ParsableArguments {
    @OptionGroup var data: DataOptions
    @OptionGroup var templates: TemplateOptions

    @Argument(help: "The week's identifier.")
    var week: String

    @Argument(help: "The unit's identifier.")
    var unit: String

    /// The week, in which the unit is.
    ///
    /// - Throws: `ApplicationError.noSuchWeek`, `.noSuchUnit`.
    func week(in storage: SQLiteStorage, _ definitions: FieldDefinitions) async throws -> Week {
        let found = try await WeekRepository(storage: storage, definitions: definitions).week(week)
        guard found.unit(unit) != nil else { throw ApplicationError.noSuchUnit(unit, week: week) }
        return found
    }
}
