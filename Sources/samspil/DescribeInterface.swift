import Application
import ArgumentParser
import Foundation
import Planning
import Server

/// `samspil openapi`: what `/api/v1/openapi.json` answers, without a server. The page's types and its client functions
/// are generated from it (`Web/generate.mjs`).
struct DescribeInterface: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "openapi", abstract: "Write the OpenAPI description of the interface, without a server.")

    @OptionGroup var templates: TemplateOptions

    func run() async throws {
        do {
            let document = try await OpenAPIDocument.make(templates: templates.directory)
            FileHandle.standardOutput.write(document.data(pretty: true) + Data("\n".utf8))
        } catch {
            throw Failure.exit(for: error)
        }
    }
}
