import ArgumentParser

/// The folders every command needs.
struct DataOptions: ParsableArguments {
    @Option(name: .customLong("data"), help: "The folder the database is in; made when it does not exist.")
    var dataDirectory = "Sessions/data"

    @Option(name: .customLong("templates"), help: "The folder with the field definitions and the agendas.")
    var templatesDirectory = "Sessions/templates"
}
