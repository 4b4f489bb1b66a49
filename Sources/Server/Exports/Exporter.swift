import Application
import Conversion
import Export
import Logging
import Transport

/// Makes the bytes of every format, off the service loop, few at a time, in turns among people and sessions.
struct Exporter: Sendable {
    /// What is to be exported, put together off the service loop.
    typealias Source = @Sendable () throws -> any Exportable

    private enum Made: Sendable {
        case bytes([UInt8])
        /// What is still to be converted: how large it is, and how it is had when its turn has come.
        case document(to: ConversionFormat, size: Int, @Sendable () async throws -> ExportDocument)
    }

    let conversions: ConversionRoom
    private let calendars: CalendarArchive
    /// The turns of composing text; converting has its own in ``conversions``.
    let texts: Turns
    /// The largest text of one document.
    let textBytes: Int
    let logger: Logger

    init(conversions: ConversionRoom, calendars: CalendarArchive, limits: ExportLimits, logger: Logger) {
        self.calendars = calendars
        self.conversions = conversions
        self.logger = logger
        textBytes = limits.textBytes
        texts = Turns(
            limits: TurnLimits(
                running: limits.texts, waiting: limits.textsWaiting, waitingPerPerson: limits.textsWaitingPerPerson,
                smallBytes: limits.textBytes))
    }

    /// A document in a format, with the name of its file. Nothing of it is done before its turn, and nothing goes on
    /// once the task was cancelled.
    ///
    /// - Parameter gather: fetches on the service loop what is to be exported; what it returns then puts it together.
    /// - Throws: `Problem` when a converter is missing or fails, too many wait, or the document is too large;
    ///   `CancellationError`; what `gather` throws.
    func make(
        as format: ExportFormat, forArchive: Bool, for asker: Asker,
        _ gather: @escaping @ServiceLoop @Sendable () async throws -> Source
    ) async throws -> (bytes: [UInt8], fileName: String) {
        let (made, fileName) = try await inTurn(of: asker) { () async throws -> (Made, String) in
            let source = try await Self.source(gather)
            return (try await write(source, as: format, forArchive: forArchive, gather), source.fileName)
        }
        try Task.checkCancellation()
        switch made {
        case .bytes(let bytes):
            guard bytes.count <= textBytes else { throw Problem.documentTooLarge }
            return (bytes, fileName)
        case .document(let conversion, let size, let document):
            do {
                return (try await conversions.convert(to: conversion, size: size, for: asker, document), fileName)
            } catch let error as ConversionError {
                if case .failed(let converter, let reason) = error {
                    logger.error("a conversion failed", metadata: ["converter": "\(converter)", "reason": "\(reason)"])
                }
                throw Problem(error, format: format)
            }
        }
    }

    /// On the loop what has to be read there, then off it what costs time; a client that has gone stops it between the
    /// two.
    private static func source(
        _ gather: @ServiceLoop @Sendable () async throws -> Source
    ) async throws -> any Exportable {
        let put = try await gather()
        try Task.checkCancellation()
        let source = try put()
        try Task.checkCancellation()
        return source
    }

    /// Runs what costs as much as making a text, in its turn.
    func inTurn<Value: Sendable>(
        of asker: Asker, _ work: @Sendable () async throws -> Value
    ) async throws -> Value {
        do {
            return try await texts.take(by: asker, size: 0, work)
        } catch let refusal as Turns.Refusal {
            switch refusal {
            case .full: throw Problem.exportsBusy
            case .fullForAsker: throw Problem.exportsBusyForAsker
            }
        }
    }

    /// Formats the server writes itself are ready here; for the others the document is composed and waits for its turn.
    ///
    /// - Throws: `CancellationError` from within a long text: the writers ask before each part.
    private func write(
        _ source: any Exportable, as format: ExportFormat, forArchive: Bool,
        _ gather: @escaping @ServiceLoop @Sendable () async throws -> Source
    ) async throws -> Made {
        switch format {
        case .json: return .bytes([UInt8](try source.json()))
        case .md: return .bytes(Array(try source.markdown { Task.isCancelled }.utf8))
        case .csv: return .bytes(Array(try source.csv { Task.isCancelled }.utf8))
        case .ics: return .bytes(Array(try await calendars.text(of: source).utf8))
        case .docx, .odt, .pdf:
            guard let conversion = format.conversion(forArchive: forArchive) else { throw Problem.internalError }
            return document(source, to: conversion, gather)
        }
    }

    /// A large one is put together again when its turn has come: those who wait would fill the memory with theirs.
    private func document(
        _ source: any Exportable, to conversion: ConversionFormat,
        _ gather: @escaping @ServiceLoop @Sendable () async throws -> Source
    ) -> Made {
        let document = source.document()
        let size = document.size
        return .document(to: conversion, size: size) {
            size > conversions.limits.smallBytes ? try await Self.source(gather).document() : document
        }
    }

    /// Whether the converter's program is installed, looked up anew each time; true for formats that need none.
    func isAvailable(_ format: ExportFormat) -> Bool {
        format.conversion(forArchive: false).map { conversions.isAvailable($0) } ?? true
    }
}
