package import Planning

/// Why something could not be had, made or changed. What a person reads of it stands here, for the page and the command
/// line alike; which status it is over HTTP or of a process is theirs to say.
package enum ApplicationError: Error, Sendable, Hashable {
    case noSuchWeek(String)
    case noSuchUnit(String, week: String)
    /// A session, a model, a participant or an item that is not there.
    case notFound
    /// A week of the same identifier is there, and what was written in it since must not be lost.
    case weekExists(title: String)
    /// There may be no more of something.
    case full(Quota)
    /// Somebody else was first: what was read is no longer what is there.
    case changedMeanwhile
    /// A finished plan is not changed; a new version is.
    case planFinished

    /// What there may be only so many of, and how many.
    package enum Quota: Sendable, Hashable {
        case weeks(Int)
        /// Of a week.
        case sessions(Int)
        /// Of a session.
        case links(Int)
    }

    package var message: LocalizedText {
        switch self {
        case .noSuchWeek, .noSuchUnit, .notFound:
            LocalizedText(
                da: "Det findes ikke, eller du har ikke adgang til det.",
                en: "It does not exist, or you have no access to it.")
        case .weekExists(let title):
            LocalizedText(
                da: "Ugen »\(title)« findes allerede med et andet indhold. Intet er ændret. Eksportér den, "
                    + "eller giv dokumentet et andet weekId.",
                en: "The week “\(title)” exists already with another content. Nothing was changed. Export it, "
                    + "or give the document another weekId.")
        case .full(let quota): quota.message
        case .changedMeanwhile:
            LocalizedText(
                da: "En anden har ændret det samme imens. Intet af dit er gemt endnu; se ændringen, og prøv igen.",
                en: "Somebody changed the same meanwhile. Nothing of yours was saved yet; look at the change and try "
                    + "again.")
        case .planFinished:
            LocalizedText(
                da: "Planen er færdiggjort. Åbn en ny version for at ændre den.",
                en: "The plan is finished. Open a new version to change it.")
        }
    }
}

extension ApplicationError.Quota {
    fileprivate var message: LocalizedText {
        switch self {
        case .weeks(let most):
            LocalizedText(
                da: "Der kan ikke være flere end \(most) uger. Intet er ændret. Slet en, der ikke skal bruges mere, "
                    + "eller bed den, der driver serveren, om at hæve grænsen.",
                en: "There can be no more than \(most) weeks. Nothing was changed. Delete one that is no longer "
                    + "needed, or ask whoever runs the server to raise the limit.")
        case .sessions(let most):
            LocalizedText(
                da: "Der kan ikke være flere end \(most) sessioner i en uge. Intet er ændret. Slet en, der ikke skal "
                    + "bruges mere, eller bed den, der driver serveren, om at hæve grænsen.",
                en: "There can be no more than \(most) sessions in a week. Nothing was changed. Delete one that is "
                    + "no longer needed, or ask whoever runs the server to raise the limit.")
        case .links(let most):
            LocalizedText(
                da: "Der kan ikke være flere end \(most) personlige link til en session. Intet er ændret. Tag nogle "
                    + "tilbage først.",
                en: "There can be no more than \(most) personal links to a session. Nothing was changed. Take some "
                    + "back first.")
        }
    }
}
