import Facilitation
import Foundation
import HTTPTypes
import Planning
import Testing
import Transport

@testable import Application
@testable import Rooms
@testable import Server

extension ServerTests {
    /// The description of the interface, held against what is answered: a sample of every route.
    @Suite struct InterfaceTests {
        @Test @ServiceLoop func `every route answers as it is described`() async throws {
            let calls = DescribedCalls(try await ServerBench.withExample())
            let tour = InterfaceTour(calls, administrator: try await calls.bench.token(.administrator))
            // Where one part of the way ends too early, the others are walked all the same.
            for part in [
                tour.texts, tour.weeks, tour.parts, tour.marketplace, tour.sessions, tour.models, tour.plans,
                tour.finishedPlans, tour.exports, tour.removals,
            ] as [@ServiceLoop () async throws -> Void] {
                do { try await part() } catch { Issue.record(error) }
            }
            #expect(calls.unanswered == [], "routes without a sample here")
        }
    }
}

/// A way through the whole interface.
@ServiceLoop
private struct InterfaceTour {
    let calls: DescribedCalls
    let administrator: String
    let bench: ServerBench
    private let week: String

    init(_ calls: DescribedCalls, administrator: String) {
        (self.calls, self.administrator, bench, week) = (calls, administrator, calls.bench, calls.bench.weekID)
    }

    private func call(
        _ method: HTTPRequest.Method, _ path: String, _ parameters: [String: String] = [:], as token: String? = nil,
        tag: String? = nil, _ body: JSONValue? = nil, location: SourceLocation = #_sourceLocation
    ) async throws -> JSONValue {
        var all = ["weekId": week, "sessionId": "s-1", "modelId": "k-1", "unitId": "u-skole"]
        all.merge(parameters) { _, given in given }
        return try await calls.call(
            method, path, all, token: token ?? administrator, tag: tag, body, location: location)
    }

    /// - Returns: the text of a member of what was answered.
    private func text(_ answer: JSONValue, _ member: String) throws -> String {
        try #require(answer[member]?.string, "\(member) in \(answer.text().prefix(200))")
    }

    func texts() async throws {
        for path in ["/fields", "/agendas", "/limits", "/storage", "/openapi.json", "/formats", "/me"] {
            _ = try await call(.get, path)
        }
        for name in Schema.published.keys.sorted() {
            _ = try await call(.get, "/schemas/{schemaName}", ["schemaName": name])
        }
        _ = try await call(.post, "/sign-in", ["token": administrator], ["token": .string(administrator)])
        _ = try await call(.post, "/sign-out-everywhere")
        _ = try await calls.call(.post, "/sign-out")
        _ = try await calls.call(.get, "/me")
    }

    func weeks() async throws {
        _ = try await call(.get, "/weeks")
        _ = try await call(
            .post, "/weeks",
            [:],
            [
                "title": "Ny uge", "municipality": ["name": "Lærkeby"], "start": "2028-01-17", "end": "2028-01-21",
                "units": [["name": "Skolen", "leaderFunction": "Skoleleder"]], "citizenGroups": [["name": "Børn"]],
            ])
        let document = try Example.json()
        _ = try await call(.post, "/weeks/import/preview", [:], document)
        _ = try await call(.post, "/weeks/import", [:], document)
        _ = try await call(.get, "/weeks/{weekId}")
        _ = try await call(.patch, "/weeks/{weekId}", [:], ["deleteParticipantNamesAfter": "2027-06-01"])
        _ = try await call(.get, "/weeks/{weekId}/export")
        _ = try await call(
            .post, "/weeks/{weekId}/sessions", [:],
            ["title": "Ekstra", "date": "2027-01-21", "startsAt": "09:00", "endsAt": "12:00"])
        _ = try await call(.get, "/weeks/{weekId}")
    }

    func parts() async throws {
        let path = "/weeks/{weekId}/parts"
        let unit = try text(
            try await call(.post, path + "/{part}", ["part": "units"], ["values": ["name": "Biblioteket"]]), "id")
        func tag() async throws -> String {
            let parts = try await call(.get, path)
            let units = parts.array?.first { $0["id"]?.string == "units" }
            return try text(units?["items"]?.array?.first { $0["id"]?.string == unit } ?? .null, "tag")
        }
        let item = ["part": "units", "itemId": unit]
        _ = try await call(
            .patch, path + "/{part}/{itemId}", item, tag: tag(), ["values": ["department": "Kultur"]])
        _ = try await call(.delete, path + "/{part}/{itemId}", item, tag: tag())
        _ = try await call(.get, path + "/{part}/table.csv", ["part": "units"])
        let content = Data("enhed-id;Navn\nu-ny;Den nye enhed\n".utf8).base64EncodedString()
        let tables: JSONValue = ["files": [["name": "enheder.csv", "content": .string(content)]]]
        let preview = try await call(.post, "/weeks/{weekId}/tables/preview", [:], tables)
        _ = try await call(.post, "/weeks/{weekId}/tables", tag: text(preview, "tag"), tables)
    }

    func marketplace() async throws {
        let path = "/weeks/{weekId}/marketplace"
        func post(_ kind: String, _ unit: String) async throws -> String {
            let post: JSONValue = [
                "kind": .string(kind), "unitId": .string(unit), "citizenGroupId": "bg-1", "text": "Lokaler torsdag",
            ]
            return try text(try await call(.post, path, [:], post), "id")
        }
        let (offer, need) = (try await post("offer", "u-skole"), try await post("need", "u-fam"))
        _ = try await call(.delete, path + "/{postId}", ["postId": post("offer", "u-ung")])
        _ = try await call(.get, path)
        _ = try await call(
            .post, path + "/collaborations", [:],
            [
                "offerId": .string(offer), "needId": .string(need), "sessionId": "s-1", "level": "knowledge",
                "title": "Lokaler",
            ])
        _ = try await call(.get, path)
    }

    // MARK: Sessions

    /// The room of a session opened for everybody, or by approval.
    private func setLobby(_ mode: Lobby.Mode) async throws {
        let room = try await bench.components.rooms.session("s-1")
        try await room.perform(SetLobby(Lobby(mode: mode)), by: Actor(role: .administrator))
    }

    private func join(_ name: String) async throws -> JSONValue {
        try await calls.call(
            .post, "/join",
            [:],
            [
                "joinCode": .string(try await bench.joinCode(of: "s-1")), "displayName": .string(name),
                "unitId": "u-skole", "function": "Lærer",
            ])
    }

    func sessions() async throws {
        let code = try await bench.joinCode(of: "s-1")
        _ = try await calls.call(.get, "/join/{joinCode}", ["joinCode": code])
        let joined = try await join("Ærke")
        let (participant, own) = (try text(joined, "participantId"), try text(joined, "token"))
        _ = try await call(.get, "/join/{joinCode}", ["joinCode": code], as: own)
        _ = try await call(.get, "/sessions/{sessionId}", as: own)
        _ = try await call(.get, "/me", as: own)
        try await knocks()
        let room = try await bench.components.rooms.session("s-1")
        try await room.perform(
            ParkItem(ParkedItem(itemId: "i-1", text: "Ring om 010190-1234", unitId: "u-skole")),
            by: Actor(role: .administrator))
        _ = try await call(.get, "/sessions/{sessionId}")
        _ = try await call(.get, "/sessions/{sessionId}/personal-numbers")
        _ = try await call(.get, "/sessions/{sessionId}/before")
        _ = try await call(.get, "/sessions/{sessionId}/outcome")
        _ = try await call(.get, "/sessions/{sessionId}/outcome.{format}", ["format": "json"])
        _ = try await call(
            .patch, "/sessions/{sessionId}/participants/{participantId}", ["participantId": participant],
            ["function": "Viceskoleleder"])
        _ = try await call(.post, "/sessions/{sessionId}/facilitators", [:], ["participantId": .string(participant)])
        _ = try await call(.post, "/sessions/{sessionId}/join-code")
        try await grants()
    }

    private func knocks() async throws {
        try await setLobby(.approval)
        let knock = try text(try await join("Bo"), "knockId")
        _ = try await call(.get, "/sessions/{sessionId}/knocks")
        _ = try await call(.get, "/sessions/{sessionId}/knocks/{knockId}", ["knockId": knock])
        _ = try await call(.post, "/sessions/{sessionId}/knocks/{knockId}", ["knockId": knock], ["admit": true])
        _ = try await call(.get, "/sessions/{sessionId}/knocks/{knockId}", ["knockId": "k-ukendt"])
        try await setLobby(.open)
    }

    private func grants() async throws {
        let link = try await call(
            .post, "/sessions/{sessionId}/invitations", [:], ["role": "leader", "unitId": "u-fam"])
        _ = try await calls.call(.post, "/sign-in", [:], ["token": .string(try text(link, "token"))])
        _ = try await call(.get, "/sessions/{sessionId}/grants")
        let id = ["grantId": String(try #require(link["grantId"]?.int))]
        _ = try await call(.delete, "/sessions/{sessionId}/grants/{grantId}/sign-ins", id)
        _ = try await call(.delete, "/sessions/{sessionId}/grants/{grantId}", id)
        _ = try await call(.post, "/sessions/{sessionId}/leader-requests", [:], ["unitId": "u-ung"])
        _ = try await call(.get, "/weeks/{weekId}/leader-requests")
        _ = try await call(.delete, "/weeks/{weekId}/leader-requests/{unitId}", ["unitId": "u-ung"])
    }

    // MARK: Models

    func models() async throws {
        _ = try await call(
            .post, "/sessions/{sessionId}/models", [:],
            ["level": "coordination", "title": "En ny model", "goalIds": []])
        let model = try await call(.get, "/models/{modelId}")
        #expect(model["missing"]?.array?.isEmpty == true)
        let lower = try await call(.patch, "/models/{modelId}", [:], ["level": "knowledge"])
        _ = try await call(
            .post, "/models/{modelId}/confirmations", [:],
            [
                "contentVersion": .string(try text(lower, "contentVersion")), "give": "Tid", "need": "Svar",
                "function": "Leder", "unitId": "u-skole",
            ])
        _ = try await call(.delete, "/models/{modelId}/confirmations/{partyId}", ["partyId": "u-skole"])
        _ = try await call(.get, "/models/{modelId}")
        _ = try await call(.post, "/models/{modelId}/versions")
        _ = try await call(.get, "/models/{modelId}/versions")
        _ = try await call(.get, "/models/{modelId}/versions/{number}", ["number": "1"])
    }

    // MARK: Plans

    private nonisolated static let plan = "/weeks/{weekId}/units/{unitId}/goal-plan"

    /// - Returns: the revision of the plan in an answer.
    private func revision(_ answer: JSONValue) throws -> String {
        String(try #require(answer["plan"]?["revision"]?.int))
    }

    func plans() async throws {
        _ = try await call(.get, "/weeks/{weekId}/units/{unitId}/goal-plan-draft")
        _ = try await call(.get, "/weeks/{weekId}/units/{unitId}/goal-plan-draft.{format}", ["format": "json"])
        var view = try await call(.get, Self.plan)
        let sources = (view["offers"]?.array ?? []).compactMap { $0["sourceId"] }
        view = try await call(
            .post, Self.plan + "/imports", tag: revision(view),
            [
                "draftVersion": view["draftVersion"] ?? 0,
                "decisions": .array(sources.map { ["sourceId": $0, "choice": "take"] }),
            ])
        view = try await call(.patch, Self.plan, tag: revision(view), Self.written)
        view = try await call(
            .post, Self.plan + "/file", tag: revision(view),
            ["items": [["id": "f-1", "section": "goals", "fields": ["text": "Et mål fra en fil"]]]])
        view = try await call(
            .delete, Self.plan + "/changes/{revision}", ["revision": revision(view)], tag: revision(view))
        _ = try await call(.get, Self.plan + "/changes")
        _ = try await call(.get, Self.plan + "/year?year=2027")
        _ = try await call(.get, "/models/{modelId}/plans")
        _ = try await call(.get, "/weeks/{weekId}/objectives")
        _ = try await call(.get, "/weeks/{weekId}/learning")
        _ = try await call(
            .post, "/weeks/{weekId}/agreements", [:],
            [
                "profile": "aftale", "start": "2027-01-01", "corporateGoals": [["id": "k", "text": "Fælles"]],
                "rules": [["id": "r", "title": "Regel"]],
            ])
    }

    /// A line of each kind that the year's answers speak of.
    private nonisolated static let written: JSONValue = [
        "items": [
            ["section": "goals", "fields": ["text": "Et mål mere"]],
            ["section": "evaluations", "fields": ["effect": "Det virkede", "learned": "Ring først"]],
            ["section": "observations", "fields": ["value": "7 dage", "date": "2027-03-01"]],
            ["section": "agreement", "fields": ["forCitizens": "Sådan gør vi."]],
        ]
    ]

    func finishedPlans() async throws {
        var view = try await call(.get, Self.plan)
        view = try await call(.post, Self.plan + "/versions", tag: revision(view))
        _ = try await call(.get, Self.plan + "/versions")
        _ = try await call(.get, Self.plan + "/versions/{version}", ["version": "1"])
        _ = try await call(.get, Self.plan + ".{format}", ["format": "json"])
        let frozen = ["version": "1", "format": "json"]
        _ = try await call(.get, Self.plan + "/versions/{version}/plan.{format}", frozen)
        _ = try await call(.get, Self.plan + "/annual-report.{format}?year=2027", ["format": "json"])
        view = try await call(.put, Self.plan + "/citizen-plan", tag: revision(view))
        _ = try await call(.get, Self.plan + "/citizen-plan")
        _ = try await calls.call(
            .get, "/weeks/{weekId}/units/{unitId}/citizen-plan", ["weekId": week, "unitId": "u-skole"])
        view = try await call(.delete, Self.plan + "/citizen-plan", tag: revision(view))
        view = try await call(.post, Self.plan + "/reopen", tag: revision(view))
        try await carryOver(to: view)
    }

    private func carryOver(to view: JSONValue) async throws {
        let next = try await call(
            .post, "/weeks", [:],
            [
                "title": "Næste uge", "municipality": ["name": "Lærkeby"], "start": "2028-01-17",
                "end": "2028-01-21", "units": [["id": "u-skole", "name": "Lærkeskolen"]],
            ])
        let there = ["weekId": try text(next, "id")]
        let empty = try await call(.get, Self.plan, there)
        _ = try await call(
            .post, Self.plan + "/carry-over", there, tag: revision(empty), ["fromWeekId": .string(week)])
    }

    func exports() async throws {
        let path = "/weeks/{weekId}/exports"
        let begun = try await call(.post, path, [:], ["formats": ["json"], "language": "da"])
        let id = ["exportId": try text(begun, "id")]
        var state = begun
        while state["state"]?.string == "running" {
            await Task.yield()
            state = try await call(.get, path + "/{exportId}", id)
        }
        _ = try await call(.get, path + "/{exportId}", id)
        _ = try await call(.get, path + "/{exportId}/archive.zip", id)
        _ = try await call(.delete, path + "/{exportId}", id)
        _ = try await call(.get, "/weeks/{weekId}/outcome.zip?formats=json")
    }

    func removals() async throws {
        let session = try await call(.get, "/sessions/{sessionId}")
        let participant = ["participantId": try text(session["participants"]?[0] ?? .null, "id")]
        let person = "/sessions/{sessionId}/participants/{participantId}"
        _ = try await call(.get, person, participant)
        let model = ["modelId": "c-1"]
        let goings: [(String, [String: String], String)] = [
            (person, participant, ""), ("/models/{modelId}", model, "?reason=Dobbelt"),
            ("/sessions/{sessionId}", [:], ""), ("/weeks/{weekId}", [:], ""),
        ]
        for (path, parameters, reason) in goings {
            let removal = try await call(.get, path + "/removal", parameters)
            _ = try await call(.delete, path + reason, parameters, tag: text(removal, "tag"))
        }
    }
}
