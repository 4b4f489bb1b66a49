package import Foundation
package import Planning

/// The files in the templates folder.
package enum TemplateFile {
    /// - Parameter what: the file by what it is, for the error's words.
    package static func data(at path: String, what: String) throws(SetupError) -> Data {
        do {
            return try Data(contentsOf: URL(fileURLWithPath: path))
        } catch {
            throw .unreadable(what: what, path: path, reason: "there is no such file, or it may not be read")
        }
    }

    private static func template(at path: String, in directory: String) throws(SetupError) -> Data {
        do {
            return try data(at: path, what: "")
        } catch {
            throw .setting(
                name: "--templates", value: directory, accepts: "a folder with fields.json and agendas.json")
        }
    }

    /// The field definitions in `directory`.
    package static func definitions(in directory: String) throws(SetupError) -> FieldDefinitions {
        let path = directory + "/fields.json"
        let data = try template(at: path, in: directory)
        do {
            return try FieldDefinitions.load(data)
        } catch {
            throw .malformed(what: "The field definitions", path: path, reason: "\(error)")
        }
    }

    /// The agendas in `directory`.
    package static func agendas(in directory: String) throws(SetupError) -> Agendas {
        let path = directory + "/agendas.json"
        let data = try template(at: path, in: directory)
        do {
            return try Agendas.load(data)
        } catch {
            throw .malformed(what: "The agendas", path: path, reason: "\(error)")
        }
    }
}
