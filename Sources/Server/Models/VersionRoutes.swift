import Application
import Foundation
import HTTPTypes
import Planning
import Rooms
import Storage
import Transport

/// Earlier versions of a model's document. They are kept by the room while people write, and by hand here.
@ServiceLoop
struct VersionRoutes: Resource {
    let rooms: RoomRegistry
    let storage: any Storage

    private struct VersionView: Codable {
        let number, at: Int64
        let parties: [String]
        let contentVersion: String
        /// The document as one Yjs update, in base64; only where one version is asked for.
        let state: String?

        init(_ record: VersionRecord, withState: Bool) {
            number = record.number
            at = record.at
            // As it was stored, a JSON array; a row that cannot be read is shown as nobody's rather than not at all.
            parties = (try? JSONDecoder().decode([String].self, from: Data(record.parties.utf8))) ?? []
            contentVersion = record.contentVersion
            state = withState ? Data(record.state).base64EncodedString() : nil
        }
    }

    var routes: [Route] {
        [
            Route(
                .get, "/models/{modelId}/versions", for: .model(.members),
                "What a model said before: when, and which parties wrote. The newest first.",
                ExchangeDescription(response: Schema.of([VersionView].self))
            ) { context in
                let id = try context.parameter(.model)
                let versions = try await storage.read { try $0.versions(ofDocument: id) }
                return try .json(versions.map { VersionView($0, withState: false) })
            },
            Route(
                .post, "/models/{modelId}/versions", for: .model(.workers),
                "Keep what a model says now, unless that is what was kept last.",
                ExchangeDescription(status: 201, response: Schema.of(VersionView.self))
            ) { context in
                let room = try await rooms.session(ofModel: context.parameter(.model))
                let kept = try await room.keepVersion(of: context.parameter(.model))
                return try .json(VersionView(kept, withState: false), status: .created)
            },
            Route(
                .get, "/models/{modelId}/versions/{number}", for: .model(.members),
                "One version, with the document as a Yjs update in base64.",
                ExchangeDescription(response: Schema.of(VersionView.self))
            ) { context in
                let (id, number) = try (context.parameter(.model), context.parameter(.number))
                let version = try await storage.read { try $0.version(number, ofDocument: id) }
                guard let version else { throw Problem.notFound }
                return try .json(VersionView(version, withState: true))
            },
        ]
    }
}
