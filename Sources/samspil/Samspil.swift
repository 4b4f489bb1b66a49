import ArgumentParser

/// The command line: `samspil serve`, `samspil import`, `samspil export`, `samspil document`.
@main
struct Samspil: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "samspil",
        abstract: "Hosts a municipality's development week.",
        subcommands: [Serve.self, Import.self, Export.self, DocumentCommand.self],
        defaultSubcommand: nil)
}
