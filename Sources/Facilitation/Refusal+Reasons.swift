extension Refusal {
    /// Danish sentence.
    package var reason: String { reasons.danish }
    /// English sentence.
    package var reasonEn: String { reasons.english }

    private var reasons: (danish: String, english: String) {
        switch code {
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
        default: modelReasons
        }
    }

    private var modelReasons: (danish: String, english: String) {
        switch code {
        case .noSuchModel: ("Modellen findes ikke i sessionen.", "The session has no such model.")
        case .modelExists: ("Modellen findes allerede.", "The model exists already.")
        case .modelLocked: ("Modellen er låst.", "The model is locked.")
        case .tooManyModels: ("Der kan ikke være flere modeller i sessionen.", "The session can hold no more models.")
        case .tooManyGoals: ("Der er valgt for mange mål.", "Too many goals are chosen.")
        case .textMissing: ("Der mangler en tekst.", "A text is missing.")
        case .textTooLong: ("Teksten er for lang.", "The text is too long.")
        case .dateMalformed: ("Datoen skal skrives som ÅÅÅÅ-MM-DD.", "The date must be written YYYY-MM-DD.")
        default: partyReasons
        }
    }

    private var partyReasons: (danish: String, english: String) {
        switch code {
        case .partyMissing: ("Angiv, hvilken enhed det gælder.", "Say which unit this is for.")
        case .notYourParty:
            ("Du kan kun tage stilling på vegne af din egen enhed.", "You can speak for your own unit only.")
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
            ("Modellen kan ikke bekræftes af flere.", "The model can be confirmed by no more parties.")
        case .participantExists: ("Deltageren er allerede med.", "The participant has already joined.")
        case .tooManyParticipants: ("Der er ikke plads til flere deltagere.", "There is no room for more participants.")
        default: ("Det kan ikke lade sig gøre.", "This cannot be done.")
        }
    }
}
