import ArgumentParser
import Server

/// Which unit's plan, and where the data are.
struct PlanArguments: ParsableArguments {
    @OptionGroup var data: DataOptions
    @OptionGroup var templates: TemplateOptions

    @Argument(help: "The week's identifier.")
    var week: String

    @Argument(help: "The unit's identifier.")
    var unit: String

    var plan: OfflinePlan {
        OfflinePlan(
            unit: unit, week: week, dataDirectory: data.directory, templatesDirectory: templates.directory)
    }
}
