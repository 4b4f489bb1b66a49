import Application
import Facilitation
import HTTPTypes
import Planning
import Rooms
import Transport

/// Places where a text looks like a CPR number (civil registration number): listed for facilitators, never refused, and
/// never with its digits, so that the list itself spreads nothing.
@ServiceLoop
struct PersonalNumberRoutes: Resource {
    let rooms: RoomRegistry
    let definitions: FieldDefinitions

    /// Enough to find it on the page: the kind, the model, the field.
    private struct Place: Codable, Hashable, SchemaNaming {
        static let schemaName = "PersonalNumberPlace"

        enum Kind: String, Codable, CaseIterable {
            case field, comment, confirmation, parkedItem, idea, value
        }

        let kind: Kind
        let modelId, title, fieldId: String?
        let label: LocalizedText?

        init(
            _ kind: Kind, modelId: String? = nil, title: String? = nil, fieldId: String? = nil,
            label: LocalizedText? = nil
        ) {
            self.kind = kind
            self.modelId = modelId
            self.title = title
            self.fieldId = fieldId
            self.label = label
        }
    }

    var routes: [Route] {
        [
            Route(
                .get, "/sessions/{sessionId}/personal-numbers", for: .session(.facilitators),
                "Where in a session something is written that looks like a CPR number, without the number.",
                ExchangeDescription(response: Schema.of([Place].self))
            ) { context in
                let room = try await rooms.session(context.parameter(.session))
                var places = self.placesOutsideModels(room.state)
                for model in room.state.models { places += try await self.places(in: model, room) }
                return try .json(places)
            }
        ]
    }

    /// Ideas count once they are shown: before that only their writer may know of them.
    private func placesOutsideModels(_ state: SessionState) -> [Place] {
        let areFound = PersonalNumber.isFound
        let ideas = state.ideaRounds.values.filter(\.isRevealed).flatMap { $0.ideas.values.map(\.text) }
        return state.parkedItems.filter { areFound($0.item.text) }.map { _ in Place(.parkedItem) }
            + ideas.filter(areFound).map { _ in Place(.idea) }
            + state.interpretations.values.filter(areFound).map { _ in Place(.value) }
    }

    /// As the document stands now, with comments and the promises of confirmations.
    private func places(in model: SessionModel, _ room: SessionRoom) async throws -> [Place] {
        let content = try await room.content(of: model.id).model
        let title = content.title.isEmpty ? model.title : content.title
        func place(_ kind: Place.Kind, _ fieldID: String?) -> Place {
            let label = fieldID.flatMap { definitions[$0]?.label }
            return Place(kind, modelId: model.id, title: title, fieldId: label == nil ? nil : fieldID, label: label)
        }
        let fields = definitions.fields.filter { field in
            content.values[field.id]?.texts.contains(where: PersonalNumber.isFound) ?? false
        }
        let comments = try await rooms.document(model.id).comments
            .filter { PersonalNumber.isFound(in: $0.text) }
        let confirmations = model.confirmations.filter { confirmation in
            [confirmation.give, confirmation.need].compactMap(\.self).contains(where: PersonalNumber.isFound)
        }
        return fields.map { place(.field, $0.id) } + comments.map { place(.comment, $0.field) }
            + confirmations.map { _ in place(.confirmation, nil) }
    }
}
