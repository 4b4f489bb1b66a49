import ArgumentParser

/// `samspil document`: looks at stored documents without a server. Reads files only; no database is opened.
struct DocumentCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "document",
        abstract: "Replay and merge recorded updates of live documents.",
        discussion: """
            A file is a sequence of updates in Yjs's encoding V1, each behind its length as 32 bits, little-endian. A \
            file that is one such update as it is will also do.
            """,
        subcommands: [DocumentReplay.self, DocumentMerge.self])
}
