import ArgumentParser

/// The command line. A file holds one command, or those that share their arguments: of the data folder, of a person, of
/// a week, of a plan, of recorded documents.
///
/// Every command ends through ``Failure``: one line on standard error and a status of `sysexits.h`, so that a script
/// can tell a wrong flag from damaged data. What it writes to standard output is what was asked for, and nothing else.
@main
struct Samspil: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "samspil",
        abstract: "Hosts a municipality's development week.",
        // The order of the help: what a municipality runs, then what looks after data, then what concerns one person.
        subcommands: [
            Serve.self, Import.self, Export.self, Check.self, Backup.self, Restore.self, DocumentCommand.self,
            Draft.self, PlanCommand.self,
            About.self, Forget.self, Delete.self, DescribeInterface.self,
        ],
        // `samspil` alone prints the help: a server that starts by a slip would hold the data.
        defaultSubcommand: nil)
}
