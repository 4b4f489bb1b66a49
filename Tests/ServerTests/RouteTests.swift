import TestLoop
import Facilitation
import Foundation
import HTTPTypes
import Planning
import Rooms
import Storage
import Testing
import Transport

@testable import Application
@testable import Server

extension ServerTests {
    /// Requests through the router, as the page makes them.
    @Suite struct RouteTests {
        @Test @ServiceLoop
        func `an unknown address is 404, a known one with another method 405 that says which, HEAD is GET`()
            async throws
        {
            let bench = try await ServerBench.withExample()
            #expect(try await bench.send(.get, "/nej").status == 404)
            #expect(try await bench.send(.get, "/fields/mere").status == 404)
            let refused = try await bench.send(.delete, "/fields")
            #expect(refused.status == 405)
            #expect(refused.fields[.allow] == "GET, HEAD")
            #expect(try await bench.send(.put, "/weeks").fields[.allow] == "GET, HEAD, POST")
            #expect(try await bench.send(.head, "/fields").status == 200)
            #expect(try await bench.send(.head, "/join").status == 405)
        }

        @Test @ServiceLoop func `a body that is no JSON, lacks something or has another type says where`() async throws
        {
            let bench = try await ServerBench.withExample()
            let administrator = try await bench.token(.administrator)
            #expect(try await bench.send(.post, "/weeks", token: administrator, body: "{").status == 400)
            let missing = try await bench.send(.post, "/join", body: #"{"joinCode":"ABCD2345","displayName":7}"#)
            #expect(missing.status == 422)
            #expect(missing.json?["faults"]?.array?.first?["path"]?.string == "$.displayName")
            let bad = try await bench.send(.post, "/weeks/import", token: administrator, body: "{}")
            #expect(bad.status == 422)
            #expect((bad.json?["faults"]?.array?.count ?? 0) > 1, "all faults, not only the first")
            #expect(try await bench.storage.read { try $0.weeks().count } == 1)
        }

        @Test @ServiceLoop func `a code lets people in: told who they are, one token that gathers what they may`()
            async throws
        {
            let bench = try await ServerBench.withExample()
            let code = try await bench.joinCode(of: "s-1")
            let spoken = code.lowercased().prefix(4) + "-" + code.dropFirst(4)
            #expect(try await bench.send(.get, "/join/\(spoken)").json?["sessionId"]?.string == "s-1")
            func join(_ code: String, cookie: String? = nil) async throws -> ServerBench.Answer {
                try await bench.send(
                    .post, "/join", cookie: cookie, origin: ServerBench.origin,
                    body: #"{"joinCode":"\#(code)","displayName":" Ærke ","unitId":"u-skole","function":"Lærer"}"#)
            }
            let first = try await join(code)
            #expect(first.status == 201)
            let token = try #require(first.json?["token"]?.string)
            #expect(first.cookie?.hasPrefix("samspil=\(token); ") == true && first.cookie?.contains("; Secure") == true)
            let second = try await join(try await bench.joinCode(of: "s-2"), cookie: token)
            #expect(second.json?["token"]?.string == token)
            let me = try await bench.send(.get, "/me", cookie: token).json?["grants"]?.array
            #expect(me?.compactMap { $0["sessionId"]?.string } == ["s-1", "s-2"])
            #expect(me?.first?["displayName"]?.string == "Ærke")
            #expect(try await bench.send(.get, "/me", cookie: "ukendt").json?["grants"]?.array?.isEmpty == true)
            let stored = try await bench.storage.read { try $0.grants(tokenHash: Token.hash(token)).count }
            #expect(stored == 2)
            let session = try await bench.send(.get, "/sessions/s-1", cookie: token)
            #expect(session.json?["me"]?["unitId"]?.string == "u-skole")
            #expect(session.json?["joinCode"] == nil)
        }

        @Test @ServiceLoop
        func `of five hundred guesses at once three hundred are looked up, the others wait, and a right one is let in`()
            async throws
        {
            let bench = try await ServerBench.withExample()
            let code = try await bench.joinCode(of: "s-1")
            var statuses: [Int: Int] = [:]
            let guesses = (0..<500).map { number in
                Task { @ServiceLoop in
                    let guess = number == 499 ? code : "0000\(1000 + number)"
                    let status = try await bench.send(.get, "/join/\(guess)", from: "192.0.2.7").status
                    statuses[status, default: 0] += 1
                }
            }
            while statuses.values.reduce(0, +) < 500 {
                bench.timing.advance(by: .milliseconds(50))
                try await Task.sleep(for: .milliseconds(1))
            }
            for guess in guesses { try await guess.value }
            #expect(statuses == [404: 300, 429: 199, 200: 1])
            #expect(try await bench.send(.get, "/join/\(code)", from: "192.0.2.8").status == 200)
            let link = try await bench.token(.facilitator, week: bench.weekID, session: "s-1")
            let body = #"{"token":"\#(link)"}"#
            #expect(try await bench.send(.post, "/sign-in", body: body, from: "192.0.2.7").status == 200)
        }

        @Test @ServiceLoop func `an unknown, a malformed and an expired code get the same answer`() async throws {
            let bench = try await ServerBench.withExample()
            var session = try #require(try await bench.storage.read { try $0.session("s-1") })
            session.joinCodeExpiresAt = bench.timing.now
            try await bench.storage.write { [session] in try $0.updateSession(session) }
            let answers = [
                try await bench.send(.get, "/join/\(session.joinCode)"), try await bench.send(.get, "/join/ZZZZZZZZ"),
                try await bench.send(.get, "/join/nej"),
            ]
            #expect(Set(answers.map(\.body)).count == 1 && answers.allSatisfy { $0.status == 404 })
        }

        @Test @ServiceLoop func `a personal link signs in; its role is what the link says`() async throws {
            let bench = try await ServerBench.withExample()
            let administrator = try await bench.token(.administrator)
            for (role, unit) in [("facilitator", nil), ("observer", nil), ("leader", "u-skole")] as [(String, String?)]
            {
                let body = #"{"role":"\#(role)""# + (unit.map { #","unitId":"\#($0)""# } ?? "") + "}"
                let made = try await bench.send(.post, "/sessions/s-1/invitations", token: administrator, body: body)
                #expect(made.status == 201)
                let token = try #require(made.json?["token"]?.string)
                #expect(made.json?["url"]?.string == "\(ServerBench.origin)/log-ind#\(token)")
                let signedIn = try await bench.send(.post, "/sign-in", body: #"{"token":"\#(token)"}"#)
                #expect(signedIn.json?["grants"]?.array?.first?["role"]?.string == role)
                #expect(signedIn.cookie?.hasPrefix("samspil=") == true)
                #expect(signedIn.cookie?.contains(token) == false, "the browser keeps a token of its own")
            }
            for body in [#"{"role":"administrator"}"#, #"{"role":"leader"}"#, #"{"role":"leader","unitId":"nej"}"#] {
                #expect(
                    try await bench.send(.post, "/sessions/s-1/invitations", token: administrator, body: body).status
                        == 422)
            }
        }

        @Test @ServiceLoop func `a confirmation is for one's own unit and for what the model says now`() async throws {
            let bench = try await ServerBench.withExample()
            let token = try await bench.token(.facilitator, week: bench.weekID, session: "s-1")
            let model = try #require(try await bench.send(.get, "/models/k-1", token: token).json)
            let version = try #require(model["contentVersion"]?.string)
            let old = try await bench.send(
                .post, "/models/k-1/confirmations", token: token,
                body: #"{"unitId":"u-kfi","function":"Konsulent","contentVersion":"gammel"}"#)
            #expect(old.status == 409)
            let good = try await bench.send(
                .post, "/models/k-1/confirmations", token: token,
                body: #"{"unitId":"u-kfi","function":"Konsulent","contentVersion":"\#(version)"}"#)
            #expect(good.status == 201)
            #expect(good.json?["confirmations"]?.array?.count == (model["confirmations"]?.array?.count ?? 0) + 1)
            let unknown = try await bench.send(
                .post, "/models/k-1/confirmations", token: token, body: #"{"unitId":"nej","function":"K"}"#)
            #expect(unknown.status == 422)
            #expect(try await bench.send(.delete, "/models/k-1/confirmations/u-kfi", token: token).status == 204)
            #expect(try await bench.send(.delete, "/models/k-1/confirmations/u-kfi", token: token).status == 404)
        }

        @Test @ServiceLoop func `leaders who ask for a draft at once get the same one, and looking keeps nothing`()
            async throws
        {
            let bench = try await ServerBench.withExample()
            let token = try await bench.token(.leader, week: bench.weekID, unit: "u-skole")
            let path = "/weeks/\(bench.weekID)/units/u-skole/goal-plan-draft"
            let requests = (0..<8).map { _ in
                Task { @ServiceLoop in
                    let answer = try await bench.send(.get, path, token: token, accept: "application/json")
                    return answer.status == 200 ? answer.body : []
                }
            }
            var answers: Set<[UInt8]> = []
            for request in requests { answers.insert(try await request.value) }
            #expect(answers.count == 1 && answers.first?.isEmpty == false)
            let weekID = bench.weekID
            #expect(try await bench.storage.read { try $0.drafts(weekID: weekID, unitID: "u-skole").count } == 0)
            let text = try await bench.send(.get, path, token: token, accept: "text/html, text/markdown")
            #expect(text.fields[.contentType] == "text/markdown; charset=utf-8")
            #expect(try await bench.send(.get, path, token: token, accept: "image/png").status == 406)
        }

        @Test @ServiceLoop func `figures are in Prometheus' text format`() async throws {
            let metrics = Metrics()
            metrics.tookUpdate(bytes: 7)
            metrics.dropped(.locked)
            for duration in [Duration.milliseconds(3), .milliseconds(30), .seconds(9)] {
                metrics.saved(after: duration)
            }
            metrics.answered(status: 404)
            var text = MetricsText()
            metrics.write(to: &text)
            ProcessFigures().write(to: &text)
            let lines = text.text.split(separator: "\n").map(String.init)
            for line in [
                "samspil_updates_total 1", "samspil_update_bytes_total 7",
                #"samspil_dropped_total{reason="locked"} 1"#, #"samspil_dropped_total{reason="readOnly"} 0"#,
                #"samspil_http_responses_total{status="404"} 1"#, #"samspil_saved_seconds_bucket{le="0.005"} 1"#,
                #"samspil_saved_seconds_bucket{le="5.0"} 2"#, #"samspil_saved_seconds_bucket{le="+Inf"} 3"#,
                "samspil_saved_seconds_count 3", "# TYPE samspil_saved_seconds histogram",
            ] { #expect(lines.contains(line), "\(line)") }
            let sample = /(# (HELP|TYPE) [a-z_]+ .+|[a-z_]+(\{[a-z]+="[^"]*"\})? [0-9.e+-]+)/
            for line in lines { #expect(line.wholeMatch(of: sample) != nil, "\(line)") }
        }
    }
}
