import ArgumentParser

/// The folder of the texts a municipality edits.
struct TemplateOptions: ParsableArguments {
    @Option(name: .customLong("templates"), help: "The folder with the field definitions and the agendas.")
    var directory = "Sessions/templates"
}
