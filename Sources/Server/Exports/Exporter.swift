import Conversion
import Export
import Logging

/// Makes the bytes of every format, off the service loop.
struct Exporter: Sendable {
    let conversions: ConversionRoom
    let logger: Logger

    /// - Throws: `Problem` when a converter is missing, busy or fails; `CancellationError`.
    func bytes(of source: any Exportable, as format: ExportFormat, forArchive: Bool) async throws -> [UInt8] {
        switch format {
        case .json: return [UInt8](try source.json())
        case .md: return Array(source.markdown().utf8)
        case .csv: return Array(source.csv().utf8)
        case .ics: return Array(source.calendar().utf8)
        case .docx, .odt, .pdf: break
        }
        guard let conversion = format.conversion(forArchive: forArchive) else { throw Problem.internalError }
        do {
            return try await conversions.convert(source.document(), to: conversion)
        } catch let error as ConversionError {
            if case .failed(let converter, let reason) = error {
                logger.error("a conversion failed", metadata: ["converter": "\(converter)", "reason": "\(reason)"])
            }
            throw Problem(error, format: format)
        }
    }

    func isAvailable(_ format: ExportFormat) -> Bool {
        format.conversion(forArchive: false).map { conversions.isAvailable($0) } ?? true
    }
}
