/// A command that was refused, with a reason that the page shows.
package struct Refusal: Error, Sendable, Hashable, CustomStringConvertible {
    package var code: RefusalCode
    /// What it concerns: ids of the empty fields for `fieldsMissing`, the member's name for a text or date.
    package var fields: [String]

    package init(_ code: RefusalCode, fields: [String] = []) {
        self.code = code
        self.fields = fields
    }

    package var description: String { code.rawValue }
}

/// Why a command was refused. The raw value is the `code` on the wire.
package enum RefusalCode: String, Sendable, Hashable, Codable, CaseIterable {
    case tooMany, sessionFull, notPermitted, sessionEnded, sessionNotEnded
    case phaseHasMoved, noSuchPhase, alreadyInPhase
    case interpretationHasChanged
    case agendaHasChanged, phaseHasBegun, phaseTwice, phasesOutOfRange
    case timerAlreadyStarted, timerNotStarted, timerNotRunning, timerNotPaused, durationOutOfRange
    case noSuchModel, modelExists, modelLocked, tooManyModels, tooManyGoals
    case textMissing, textTooLong, dateMalformed
    case partyMissing, notYourParty, notYourConfirmation, contentChanged, fieldsMissing, notConfirmed,
        tooManyConfirmations
    case participantExists, tooManyParticipants, noSuchParticipant, notJoined
    case noSuchItem, tooManyItems, gradeOutOfRange, alreadyAnswered
    case noSuchGroup, tooManyGroups, groupTwice, memberTwice, groupsNotByChoice, notInAGroup
    case noSuchRound, roundExists, tooManyRounds, alreadyRevealed, notRevealed
    case noSuchIdea, tooManyIdeas, notYourIdea
    case noSuchVote, noSuchOption, optionTwice, optionsOutOfRange, budgetOutOfRange, tooManyDots
}

extension Refusal {
    /// Danish sentence.
    package var reason: String { reasons.danish }
    /// English sentence.
    package var reasonEn: String { reasons.english }

    /// One row for each code: a code without a sentence does not compile.
    private var reasons: (danish: String, english: String) {
        switch code {
        case .tooMany:
            (
                "Det går for hurtigt. Det sidste er ikke gjort; vent et øjeblik, og gør det igen.",
                "This is too fast. The last one was not done; wait a moment and do it again."
            )
        case .sessionFull:
            (
                "Sessionen rummer ikke mere. Det, der står, er gemt; begynd en ny session, hvis I skal skrive mere.",
                "The session can hold no more. What stands is kept; begin another session to write more."
            )
        case .notPermitted: ("Det har du ikke rettigheder til.", "You are not permitted to do this.")
        case .sessionEnded: ("Sessionen er afsluttet.", "The session has ended.")
        case .sessionNotEnded: ("Sessionen er ikke afsluttet.", "The session has not ended.")
        case .phaseHasMoved:
            ("En anden har allerede skiftet fase.", "Somebody else has already changed the phase.")
        case .noSuchPhase: ("Fasen findes ikke på dagsordenen.", "The agenda has no such phase.")
        case .alreadyInPhase: ("Sessionen er allerede i den fase.", "The session is already in that phase.")
        case .timerAlreadyStarted:
            (
                "Uret er allerede i gang. Stop det, før du starter et nyt.",
                "The timer is already started. Stop it before starting another."
            )
        case .timerNotStarted: ("Uret er ikke startet.", "The timer has not been started.")
        case .timerNotRunning: ("Uret går ikke.", "The timer is not running.")
        case .timerNotPaused: ("Uret er ikke sat på pause.", "The timer is not paused.")
        case .durationOutOfRange:
            (
                "Tiden skal være mellem 1 sekund og 24 timer i alt.",
                "The time must be between 1 second and 24 hours in all."
            )
        case .agendaHasChanged:
            (
                "En anden har ændret programmet. Se det nye, og gør det igen.",
                "Somebody else has changed the programme. Look at the new one, and do it again."
            )
        case .phaseHasBegun:
            (
                "Punkter, der er overstået eller i gang, kan ikke fjernes eller flyttes.",
                "Items that have passed or are under way cannot be removed or moved."
            )
        case .noSuchModel: ("Modellen findes ikke i sessionen.", "The session has no such model.")
        case .modelExists: ("Modellen findes allerede.", "The model exists already.")
        case .modelLocked: ("Modellen er låst.", "The model is locked.")
        case .tooManyModels:
            (
                "Der er ikke plads til flere samarbejder i sessionen. Dem, der er, er uændrede. Skriv videre i et af "
                    + "dem, eller slet et, der ikke bliver brugt.",
                "The session has no room for more collaborations. Those there are have not changed. Go on in one of "
                    + "them, or delete one that is not used."
            )
        case .tooManyGoals:
            (
                "Der er valgt for mange mål. Intet er ændret; vælg færre.",
                "Too many goals are chosen. Nothing was changed; choose fewer."
            )
        case .textMissing: ("Der mangler en tekst.", "A text is missing.")
        case .textTooLong:
            (
                "Teksten er for lang. Intet er ændret; kort den ned, og prøv igen.",
                "The text is too long. Nothing was changed; shorten it and try again."
            )
        case .dateMalformed:
            (
                "Datoen skal være en dag, der findes, skrevet som ÅÅÅÅ-MM-DD.",
                "The date must be a day that exists, written YYYY-MM-DD."
            )
        case .partyMissing: ("Angiv, hvilken enhed det gælder.", "Say which unit this is for.")
        case .notYourParty:
            ("Du kan kun tage stilling på vegne af din egen enhed.", "You can speak for your own unit only.")
        case .notYourConfirmation:
            (
                "En anden har bekræftet. Det kan trækkes tilbage af den, der gjorde det, af enhedens leder eller af "
                    + "den, der leder sessionen.",
                "Somebody else confirmed. It can be withdrawn by them, by the unit's leader, or by whoever leads the "
                    + "session."
            )
        case .contentChanged:
            (
                "Modellen er ændret, siden du læste den. Læs den igen, før du bekræfter.",
                "The model has changed since you read it. Read it again before you confirm."
            )
        case .fieldsMissing:
            (
                "Modellen kan først bekræftes, når alle krævede felter er udfyldt.",
                "The model can be confirmed when every required field is filled in."
            )
        case .notConfirmed: ("Enheden har ikke bekræftet modellen.", "The unit has not confirmed the model.")
        case .tooManyConfirmations:
            (
                "Modellen kan ikke bekræftes af flere. De bekræftelser, der er givet, står der stadig.",
                "The model can be confirmed by no more parties. Those that are given still stand."
            )
        case .participantExists: ("Deltageren er allerede med.", "The participant has already joined.")
        case .tooManyParticipants:
            (
                "Sessionen er fuld, så du er ikke kommet med. Sig det til facilitatoren, som kan gøre plads ved at "
                    + "tage adgangen fra nogen, der ikke er med.",
                "The session is full, so you have not joined. Tell the facilitator, who can make room by taking back "
                    + "access from somebody who is not here."
            )
        case .noSuchParticipant: ("Deltageren er ikke med i sessionen.", "The person is not in the session.")
        case .notJoined: ("Vær med med sessionens kode først.", "Join with the session's code first.")
        case .noSuchItem: ("Punktet er ikke parkeret her.", "The item is not parked here.")
        case .tooManyItems:
            (
                "Der kan ikke parkeres flere punkter i sessionen. De parkerede punkter er gemt. Skriv det nye et andet "
                    + "sted, fx i et samarbejde.",
                "No more items can be parked in the session. Those that are parked are kept. Write the new one "
                    + "somewhere else, such as in a collaboration."
            )
        case .gradeOutOfRange: ("Vælg et tal fra 1 til 5.", "Choose a number from 1 to 5.")
        case .alreadyAnswered: ("Du har allerede svaret.", "You have answered already.")
        case .noSuchGroup: ("Gruppen findes ikke længere.", "The group is no longer there.")
        case .tooManyGroups:
            ("Lav mindst én gruppe, og ikke flere, end der er plads til.", "Make one group at least, and not too many.")
        case .groupTwice: ("To grupper er den samme.", "Two groups are the same one.")
        case .memberTwice: ("En deltager er i to grupper.", "A person is in two groups.")
        case .groupsNotByChoice:
            ("Facilitatoren har valgt grupperne.", "The facilitator has chosen the groups.")
        case .notInAGroup: ("Du er ikke i en gruppe.", "You are not in a group.")
        case .interpretationHasChanged:
            (
                "En anden har skrevet her imens. Læs det, og saml de to, før du gemmer.",
                "Somebody else has written here meanwhile. Read it, and bring the two together before you save."
            )
        case .phaseTwice: ("To punkter er det samme.", "Two items are the same one.")
        case .phasesOutOfRange:
            (
                "Et program har mellem 1 og 60 punkter på højst et døgn hver.",
                "A programme has 1 to 60 items of a day each at most."
            )
        case .noSuchRound: ("Spørgsmålet findes ikke længere.", "The question is no longer there.")
        case .roundExists: ("Det er allerede åbnet med et andet indhold.", "It was opened already, with other content.")
        case .tooManyRounds:
            (
                "Der kan ikke åbnes flere af den slags i sessionen. De svar, der er givet, er gemt. Begynd en ny "
                    + "session, hvis I skal bruge flere.",
                "No more of these can be opened in the session. The answers that were given are kept. Begin another "
                    + "session if you need more."
            )
        case .alreadyRevealed: ("Svarene er allerede vist.", "The answers have been shown already.")
        case .notRevealed: ("Svarene er ikke vist endnu.", "The answers have not been shown yet.")
        case .noSuchIdea: ("Idéen findes ikke længere.", "The idea is no longer there.")
        case .tooManyIdeas:
            (
                "Der er ikke plads til flere svar på spørgsmålet. De andre svar er gemt. Er dit nye vigtigere end et "
                    + "af dine egne, så tag det tilbage først.",
                "There is no room for more answers to the question. The others are kept. If your new one matters more "
                    + "than one of your own, take that back first."
            )
        case .notYourIdea: ("Idéen er en andens.", "The idea is somebody else's.")
        case .noSuchVote: ("Afstemningen findes ikke længere.", "The vote is no longer there.")
        case .noSuchOption: ("Det kan man ikke stemme på.", "This is not among the choices.")
        case .optionTwice: ("To svarmuligheder er den samme.", "Two of the choices are the same.")
        case .optionsOutOfRange: ("Der skal være mellem 2 og 40 svarmuligheder.", "There must be 2 to 40 choices.")
        case .budgetOutOfRange: ("Hver skal have mellem 1 og 20 prikker.", "Each person must have 1 to 20 dots.")
        case .tooManyDots: ("Du har ikke så mange prikker.", "You do not have that many dots.")
        }
    }
}
