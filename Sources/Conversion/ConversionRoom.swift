package import Export
import Foundation
import Threads

/// Where documents become DOCX, ODT and PDF: by programs of their own, off the service loop, few at a time, each with
/// its time, memory and files limited. The programs are looked for at every conversion, so that one that is installed
/// later is found.
package actor ConversionRoom {
    package nonisolated let limits: ConversionLimits
    private let searchPath: [String]
    private let styles: StyleFiles
    private let turns: Turns
    private var nextID = 0
    private var isStopped = false
    /// What is under way, waiting for its turn or running.
    private var work: [Int: Task<[UInt8], any Error>] = [:]
    /// Which document tree the pandoc at this path speaks; asked once.
    private var pandocVersions: [String: [Int]] = [:]

    /// - Parameters:
    ///   - searchPath: folders to look for programs in, in order.
    ///   - styleDirectory: the folder with the reference documents and the style sheet for print.
    package init(limits: ConversionLimits, searchPath: [String], styleDirectory: String) {
        self.limits = limits
        turns = Turns(
            limits: TurnLimits(
                running: limits.running, waiting: limits.waiting, waitingPerPerson: limits.waitingPerPerson,
                smallBytes: limits.smallBytes))
        self.searchPath = searchPath
        styles = StyleFiles(directory: styleDirectory)
    }

    /// Whether the converter of a format is installed.
    package nonisolated func isAvailable(_ format: ConversionFormat) -> Bool {
        path(of: format.converter.rawValue) != nil
    }

    /// Waits for its turn, then converts. Cancelling the task ends the waiting, or the program.
    ///
    /// - Parameters:
    ///   - size: bytes of the document's text, by which its turn comes.
    ///   - asker: places are shared by these.
    ///   - document: called when its turn has come, so that nobody who waits holds a document.
    /// - Throws: `ConversionError`, or `CancellationError`, also when the room was stopped; what `document` throws.
    package func convert(
        to format: ConversionFormat, size: Int, for asker: Asker,
        _ document: @escaping @Sendable () async throws -> ExportDocument
    ) async throws -> [UInt8] {
        guard !isStopped else { throw CancellationError() }
        nextID += 1
        let id = nextID
        let task = Task(executorPreference: WorkThreads.documents) {
            try await self.make(document, format, size, asker)
        }
        work[id] = task
        defer { work[id] = nil }
        return try await withTaskCancellationHandler {
            try await task.value
        } onCancel: {
            task.cancel()
        }
    }

    /// Ends every conversion with all that its program began, and takes no more. Nothing of them runs when this
    /// returns.
    package func stop() async {
        isStopped = true
        let ending = Array(work.values)
        for task in ending { task.cancel() }
        for task in ending { _ = await task.result }
    }

    private func make(
        _ document: @escaping @Sendable () async throws -> ExportDocument, _ format: ConversionFormat, _ size: Int,
        _ asker: Asker
    ) async throws -> [UInt8] {
        guard let program = path(of: format.converter.rawValue) else { throw ConversionError.missing(format.converter) }
        guard size <= limits.textBytes else { throw ConversionError.tooLarge }
        do {
            return try await turns.take(by: asker, size: size) { [self] in
                let document = try await document()
                // Somebody may have written in it since it was asked for.
                guard document.size <= limits.textBytes else { throw ConversionError.tooLarge }
                return try await make(document, format, by: program)
            }
        } catch let refusal as Turns.Refusal {
            switch refusal {
            case .full: throw ConversionError.busy
            case .fullForAsker: throw ConversionError.busyForAsker
            }
        }
    }

    private func make(
        _ document: ExportDocument, _ format: ConversionFormat, by program: String
    ) async throws -> [UInt8] {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let run = ProgramRun(converter: format.converter, program: program, folder: folder.path, limits: limits)
        switch format {
        case .docx, .odt:
            try await preparePandoc(document, format, in: folder, with: run)
            return try await run(
                PandocArguments.convert(to: format.rawValue), result: "result.\(format.rawValue)")
        case .pdf, .archivePDF:
            let letters = try await letters(in: folder)
            let page = try HTMLWriter.write(document, letters: letters) { Task.isCancelled }
            try folder.write(Array(page.utf8), to: "document.html")
            try folder.write(styles.printSheet(), to: "print.css")
            let variant = format == .pdf ? "pdf/ua-1" : "pdf/a-3b"
            let made = try await run(
                [
                    "--quiet", "--encoding", "utf-8", "--media-type", "print", "--stylesheet", "print.css",
                    "--pdf-variant", variant, "document.html", "result.pdf",
                ], result: "result.pdf")
            return format == .pdf ? TableScopes.added(to: made) : made
        }
    }

    /// What the fonts have that a PDF is set in; nil where fontconfig's own program isn't there to say it.
    private func letters(in folder: TemporaryFolder) async throws -> Letters? {
        guard let program = path(of: InstalledFonts.program) else { return nil }
        return try await InstalledFonts.letters(
            ProgramRun(converter: .weasyprint, program: program, folder: folder.path, limits: limits))
    }

    private func preparePandoc(
        _ document: ExportDocument, _ format: ConversionFormat, in folder: TemporaryFolder, with run: ProgramRun
    ) async throws {
        let version: [Int]
        if let known = pandocVersions[run.program] {
            version = known
        } else {
            version = try await PandocArguments.askVersion(run, in: folder)
            pandocVersions[run.program] = version
        }
        let tree = try PandocWriter.write(document, version: version) { Task.isCancelled }
        try folder.write(Array(tree.utf8), to: "document.json")
        try folder.write(
            styles.referenceDocument(format.rawValue, pageHead: document.pageHead), to: "reference.\(format.rawValue)")
    }

    private nonisolated func path(of program: String) -> String? {
        searchPath.lazy.map { "\($0)/\(program)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
    }
}
