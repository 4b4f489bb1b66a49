package import Planning

/// What goes when something is deleted: said first, and deleted only as it was said.
package struct Removal: Codable, Sendable, Hashable {
    /// What can be deleted by itself.
    package enum Kind: String, Codable, Sendable, CaseIterable {
        case week, session, model, participant
    }

    package let kind: Kind
    package let id: String
    /// What people know it by; a participant's name while it is known.
    package let title: String
    package var sessions = 0
    package var models = 0
    package var participants = 0
    /// Those that the models have now.
    package var confirmations = 0
    /// Personal links and browsers that get in no more.
    package var grants = 0
    package var versions = 0
    package var drafts = 0
    /// The goal plans of the week itself, which go with it.
    package var plans = 0
    /// Goal plans that have taken something: it stays in them, as their own text.
    package var plansDrawing = 0
    /// What a participant said alone: ideas that were not shown, votes, the evaluation.
    package var answers = 0
    /// What stays without its author.
    package var comments = 0
    /// Where the name of a participant stands in what a model says, which stays as it is.
    package var mentions: [Mention] = []

    /// A field of a model in which a name was found.
    package struct Mention: Codable, Sendable, Hashable {
        package let modelId, title, fieldId: String
        package let label: LocalizedText
    }

    package init(_ kind: Kind, id: String, title: String) {
        self.kind = kind
        self.id = id
        self.title = title
    }
}
