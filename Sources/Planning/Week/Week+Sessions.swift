extension Week {
    /// A meeting of those who work with one citizen group.
    package struct Session: Sendable, Hashable {
        /// The session's members as they came.
        package let source: JSONValue
        package let id: String
        package let title: String
        package let date: CalendarDate?
        package let startsAt: ClockTime?
        package let endsAt: ClockTime?
        package let citizenGroupId: String?
        package let facilitatorFunction: String?
        package let phases: [Phase]
        package let participants: [Participant]
        package let modelIds: [String]
        package let parkedItems: [ParkedItem]
        package let levelDecisions: [LevelDecision]
        package let values: [Interpretation]

        package init(_ json: JSONValue) {
            source = json
            id = json["id"]?.string ?? ""
            title = json["title"]?.string ?? ""
            date = json["date"]?.date
            startsAt = json["startsAt"]?.string.flatMap { ClockTime($0) }
            endsAt = json["endsAt"]?.string.flatMap { ClockTime($0) }
            citizenGroupId = json["citizenGroupId"]?.string
            facilitatorFunction = presentText(json["facilitatorFunction"]?.string)
            phases = json.elements("phases").map(Phase.init)
            participants = json.elements("participants").map(Participant.init)
            modelIds = json["modelIds"]?.strings ?? []
            parkedItems = json.elements("parkedItems").map(ParkedItem.init)
            levelDecisions = json.elements("levelDecisions").map(LevelDecision.init)
            values = json.elements("values").map(Interpretation.init)
        }
    }

    /// A step of a session's agenda.
    package struct Phase: Sendable, Hashable, Codable {
        package let title: String
        /// How long it is planned to take.
        package let minutes: Int
        /// What the participants are asked.
        package let question: String?

        /// - Parameter minutes: as planned; a session may take longer.
        package init(title: String, minutes: Int, question: String?) {
            self.title = title
            self.minutes = minutes
            self.question = question
        }

        init(_ json: JSONValue) {
            self.init(
                title: json["title"]?.string ?? "", minutes: json["minutes"]?.int ?? 0,
                question: presentText(json["question"]?.string))
        }
    }

    /// Somebody who was at a session, as the document names them.
    package struct Participant: Sendable, Hashable {
        package let id: String
        package let displayName: String?
        package let unitId: String?
        package let externalId: String?
        package let function: String?

        init(_ json: JSONValue) {
            id = json["id"]?.string ?? ""
            displayName = presentText(json["displayName"]?.string)
            unitId = json["unitId"]?.string
            externalId = json["externalId"]?.string
            function = presentText(json["function"]?.string)
        }
    }

    /// Something a session put aside for a unit to take up.
    package struct ParkedItem: Sendable, Hashable {
        /// Absent in documents that give them none.
        package let id: String?
        package let text: String
        package let ownerUnitId: String?
        package let due: CalendarDate?

        init(_ json: JSONValue) {
            id = json["id"]?.string
            text = json["text"]?.string ?? ""
            ownerUnitId = json["ownerUnitId"]?.string
            due = json["due"]?.date
        }
    }

    /// What a session decided about a goal: the level it is worked on at across units, or that it is best done alone,
    /// which is as good an answer (»Begreber til rejsen«, "Monofagligt arbejde").
    package struct LevelDecision: Sendable, Hashable {
        /// What stands for "best done alone" among the levels' ids.
        package static let alone = "alone"

        package let goalId: String
        /// A level's id, or ``alone``.
        package let choice: String
        package let reason: String?

        init(_ json: JSONValue) {
            goalId = json["goalId"]?.string ?? ""
            choice = json["choice"]?.string ?? ""
            reason = presentText(json["reason"]?.string)
        }

        package var words: LocalizedText {
            Level(rawValue: choice)?.name ?? LocalizedText(da: "Bedst monofagligt", en: "Best done alone")
        }
    }

    /// What one of the values means in a session, in its own words.
    package struct Interpretation: Sendable, Hashable {
        package let valueId: String
        package let text: String

        init(_ json: JSONValue) {
            valueId = json["valueId"]?.string ?? ""
            text = json["text"]?.string ?? ""
        }
    }

    /// A collaboration model as the document holds it: its fields are still JSON (see ``CollaborationModel``).
    package struct Model: Sendable, Hashable {
        /// The model's members as they came.
        package let source: JSONValue
        package let id: String
        package let sessionId: String?
        package let level: Level
        package let state: String?
        package let confirmations: [Confirmation]

        package init(_ json: JSONValue) {
            source = json
            id = json["id"]?.string ?? ""
            sessionId = json["sessionId"]?.string
            level = json["level"]?.string.flatMap(Level.init) ?? .knowledge
            state = json["state"]?.string
            confirmations = json.elements("confirmations").compactMap(Confirmation.init)
        }

        package var fields: JSONValue { source["fields"] ?? [:] }
    }

    // MARK: - What a session has decided since

    /// What a session has decided since the week was stored, as the interchange document has it.
    package struct SessionNews: Sendable {
        /// Parked and not dealt with.
        package var parkedItems: [JSONValue]
        /// The agenda, where the session has changed it.
        package var phases: [JSONValue]?
        /// How each goal is worked on, and why, where the session has decided that.
        package var levelDecisions: [JSONValue]

        /// What the values mean here, where the session has said so.
        package var values: [JSONValue]?

        package init(
            parkedItems: [JSONValue] = [], phases: [JSONValue]? = nil, levelDecisions: [JSONValue] = [],
            values: [JSONValue]? = nil
        ) {
            self.parkedItems = parkedItems
            self.phases = phases
            self.levelDecisions = levelDecisions
            self.values = values
        }

        /// As the interchange document has it: what was parked has its id in the session only.
        package var withoutItemIds: SessionNews {
            var news = self
            for place in news.parkedItems.indices { news.parkedItems[place]["id"] = nil }
            return news
        }
    }

    /// The same week with what its sessions have decided since: what they parked stands after what they came with,
    /// what they decided of a goal's level in place of what they came with about the same goal.
    ///
    /// - Parameter news: by session.
    package func taking(_ news: [String: SessionNews]) -> Week {
        var document = source
        document["sessions"] = .array(
            document.elements("sessions").map { session in
                guard let news = news[session["id"]?.string ?? ""] else { return session }
                return Self.session(session, taking: news)
            })
        return document == source ? self : Week(stored: document)
    }

    /// The session's members with what was decided live in their place; the rest as it was.
    private static func session(_ session: JSONValue, taking news: SessionNews) -> JSONValue {
        var session = session
        if !news.parkedItems.isEmpty {
            session["parkedItems"] = .array(session.elements("parkedItems") + news.parkedItems)
        }
        if let phases = news.phases { session["phases"] = .array(phases) }
        if !news.levelDecisions.isEmpty {
            let decided = Set(news.levelDecisions.compactMap { $0["goalId"]?.string })
            let kept = session.elements("levelDecisions").filter { !decided.contains($0["goalId"]?.string ?? "") }
            session["levelDecisions"] = .array(kept + news.levelDecisions)
        }
        if let values = news.values { session["values"] = .array(values) }
        return session
    }
}

// MARK: - Taking away

/// A session's document without what was deleted.
extension Week {
    /// Neither the session nor a phase of it lists the model any more.
    package static func without(model id: String, session document: JSONValue) -> JSONValue {
        var document = document
        if let ids = document["modelIds"]?.strings { document["modelIds"] = .strings(ids.filter { $0 != id }) }
        guard document["phases"]?.array != nil else { return document }
        document["phases"] = .array(
            document.elements("phases").map { phase in
                guard let ids = phase["modelIds"]?.strings else { return phase }
                var phase = phase
                phase["modelIds"] = .strings(ids.filter { $0 != id })
                return phase
            })
        return document
    }

    /// Nobody of that id is among the participants any more.
    package static func without(participant id: String, session document: JSONValue) -> JSONValue {
        guard document["participants"]?.array != nil else { return document }
        var document = document
        document["participants"] = .array(document.elements("participants").filter { $0["id"]?.string != id })
        return document
    }
}

/// How long the names of those who took part are kept.
extension Week {
    /// Days after the week's last day, or the session's own when that is later, where nobody set another day.
    package static let daysNamesAreKept = 30
    /// The most days after the week's last day that may be set: by then each unit's year with the agreements is over.
    package static let mostDaysNamesAreKept = 366
    /// The member of a week, and of a session, that says the day.
    package static let namesDay = "deleteParticipantNamesAfter"

    /// The day on which the names of a session's participants are deleted: the session's own, else the week's, else a
    /// month after the last day of both.
    ///
    /// - Parameter made: when the session was made, for a week that has no days.
    package func namesDeleted(inSession session: Session?, made: CalendarDate) -> CalendarDate {
        if let day = session?.source[Self.namesDay]?.date ?? source[Self.namesDay]?.date { return day }
        let last = [annualCycle.end ?? annualCycle.start, session?.date].compactMap(\.self).max()
        return (last ?? made).adding(days: Self.daysNamesAreKept)
    }

    /// The day for the name of somebody who joins on `day`: who comes after the session's day keeps it until the next
    /// morning, so that a later meeting can be held.
    package func nameDeleted(inSession session: Session?, joined day: CalendarDate, made: CalendarDate) -> CalendarDate
    {
        max(namesDeleted(inSession: session, made: made), day.adding(days: 1))
    }

    /// The names that a session's document brought with it.
    package static func names(inSession document: JSONValue) -> [String] {
        document.elements("participants").compactMap { $0["displayName"]?.string }.filter { !$0.isEmpty }
    }

    /// A session's document without them. Unit and function stay.
    package static func withoutNames(session document: JSONValue) -> JSONValue {
        guard !names(inSession: document).isEmpty else { return document }
        var document = document
        document["participants"] = .array(
            document.elements("participants").map { person in
                var person = person
                person["displayName"] = nil
                return person
            })
        return document
    }

    /// A session's document that follows the week's day.
    package static func withoutOwnNamesDay(session document: JSONValue) -> JSONValue {
        var document = document
        document[namesDay] = nil
        return document
    }
}
