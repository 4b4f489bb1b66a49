import Testing
import Transport

@testable import Application
@testable import Server

extension ServerTests {
    /// What a path's braces give a handler.
    @Suite struct PathParameterTests {
        @Test @ServiceLoop func `a route's path declares what its requirement reads`() throws {
            for route in try ServerBench.empty().components.routes() {
                let declared = Set(PathPattern(route.path).parameters)
                #expect(declared.isSuperset(of: route.requirement.parameters), "\(route.method) \(route.path)")
            }
        }

        @Test func `a parameter that the path lacks is an error, one that cannot be read is not there`() throws {
            let pattern = PathPattern("/models/{modelId}/versions/{number}")
            let matched = try #require(pattern.match(["models", "k", "versions", "7"]))
            #expect(try matched.require(.model) == "k")
            #expect(try matched.require(.number) == 7)
            #expect(throws: UndeclaredPathParameter.self) { try matched.require(.week) }
            let odd = try #require(PathPattern("/a/{grantId}").match(["a", "syv"]))
            #expect(throws: Problem.self) { try odd.require(.grant) }
        }
    }
}
