import Application
import ArgumentParser
import Foundation
import Planning
import Server

/// `samspil openapi`: what `/api/v1/openapi.json` answers, without a server. The page's types and its client functions
/// are generated from it (`Web/generate.mjs`), so it must be the same text on every machine: keys sorted, no version of
/// the build and no time in it.
///
/// Needs the templates, because a model's fields are data: their identifiers are part of the schemas.
struct DescribeInterface: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "openapi", abstract: "Write the OpenAPI description of the interface, without a server.")

    @OptionGroup var templates: TemplateOptions

    func run() async throws {
        do {
            let document = try await OpenAPIDocument.make(templates: templates.directory)
            // The trailing line feed is the file's: `Web/openapi.json` is compared byte by byte.
            FileHandle.standardOutput.write(document.data(pretty: true) + Data("\n".utf8))
        } catch {
            throw Failure.exit(for: error)
        }
    }
}
