import Application
import ArgumentParser
import Planning

/// The folder of the database: the flag is the same for every command, so that what was served can be checked, backed
/// up and exported by repeating it.
struct DataOptions: ParsableArguments {
    @Option(name: .customLong("data"), help: "The folder the database is in.")
    var directory = "Sessions/data"

    /// The folder as the application opens it. Nothing is opened yet: whether there is data, and whether a server holds
    /// it, comes out of what the command then does.
    var place: DataDirectory { DataDirectory(directory) }
}

/// The folder of the texts that a municipality edits: field definitions, agendas, the look of documents.
struct TemplateOptions: ParsableArguments {
    @Option(name: .customLong("templates"), help: "The folder with the field definitions and the agendas.")
    var directory = "Sessions/templates"

    /// The fields of the collaboration model, which every command that reads a week or a model needs: without them no
    /// interchange document can be checked and no document be read as a model.
    ///
    /// - Throws: `SetupError` where `fields.json` is not there or says something that is no field.
    func definitions() throws -> FieldDefinitions { try TemplateFile.definitions(in: directory) }
}
