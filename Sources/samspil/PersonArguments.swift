import Application
import ArgumentParser

/// Who is meant, and where the data is.
struct PersonArguments: ParsableArguments {
    @OptionGroup var data: DataOptions
    @OptionGroup var templates: TemplateOptions

    @Option(help: "Only in this week.")
    var week: String?

    @Option(help: "Only in this session.")
    var session: String?

    @Argument(help: "A participant's identifier, or a name as it was written at the door.")
    var person: String

    var whom: Erasure.Whom { Erasure.Whom(person, weekID: week, sessionID: session) }
}
