import Application
import ArgumentParser
import Planning

/// The folder of the texts a municipality edits.
struct TemplateOptions: ParsableArguments {
    @Option(name: .customLong("templates"), help: "The folder with the field definitions and the agendas.")
    var directory = "Sessions/templates"

    /// - Throws: `SetupError`.
    func definitions() throws -> FieldDefinitions { try TemplateFile.definitions(in: directory) }
}
