import ArgumentParser

/// The command line: one subcommand a file.
@main
struct Samspil: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "samspil",
        abstract: "Hosts a municipality's development week.",
        subcommands: [
            Serve.self, Import.self, Export.self, Check.self, Backup.self, Restore.self, DocumentCommand.self,
            Draft.self, PlanCommand.self,
            About.self, Forget.self, Delete.self, DescribeInterface.self,
        ],
        defaultSubcommand: nil)
}
