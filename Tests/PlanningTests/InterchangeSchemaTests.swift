import Testing

@testable import Planning

/// What the reference data of a week may hold follows from the columns of its tables and forms. A change of a column
/// that changes the format has to be seen here.
struct InterchangeSchemaTests {
    @Test("the interchange format takes in what its version 1 says") func versionOne() throws {
        let told = InterchangeSchema.week(try Fixtures.definitions()).lines(at: "$")
        // What a model's fields hold is the templates' to say.
        #expect(told.filter { !$0.hasPrefix("$.models[].fields") } == versionOneLines)
    }
}

extension SchemaNode {
    /// One line a place, members by name: `$.goals[].text! text`, with `!` for what must be there; an object with what
    /// it needs one of, and the members that stand in order.
    fileprivate func lines(at place: String) -> [String] {
        switch self {
        case .any, .bool, .integer, .text, .name, .line, .date, .time, .monthDay, .level, .version, .oneOf, .identifier,
            .declares, .reference:
            ["\(place) \(self)"]
        case .textOr(let other): ["\(place) text, or"] + other.lines(at: place)
        case .list(let element): element.lines(at: place + "[]")
        case .object(let schema):
            ["\(place) object \(schema.needsOneOf) \(schema.first ?? "-") \(schema.last ?? "-")"]
                + schema.members.sorted { $0.key < $1.key }.flatMap { name, member in
                    member.node.lines(at: place + "." + name + (member.isRequired ? "!" : ""))
                }
        }
    }
}

/// Written by the schema as it stood member by member, before the columns gave it.
private let versionOneLines = """
    $ object [] - -
    $._example bool
    $._notice text
    $.annualCycle object [] - -
    $.annualCycle.councilStatusOn date
    $.annualCycle.developmentWeek object [] start end
    $.annualCycle.developmentWeek.end date
    $.annualCycle.developmentWeek.start date
    $.annualCycle.followUpDays object [] - -
    $.annualCycle.followUpDays.annual-report monthDay
    $.annualCycle.followUpDays.baseline monthDay
    $.annualCycle.followUpDays.committee monthDay
    $.annualCycle.followUpDays.coordinator-march monthDay
    $.annualCycle.followUpDays.coordinator-october monthDay
    $.annualCycle.followUpDays.council-status monthDay
    $.annualCycle.followUpDays.directorate monthDay
    $.annualCycle.followUpDays.status monthDay
    $.annualCycle.phases[] object [] - -
    $.annualCycle.phases[].content text
    $.annualCycle.phases[].quarter text
    $.annualCycle.year integer(ClosedRange(1970...2999))
    $.annualSelection object [] - -
    $.annualSelection.decidedBy line
    $.annualSelection.decidedOn date
    $.annualSelection.dialogueWith[] line
    $.annualSelection.mandatoryObjectiveIds[] reference(Planning.EntityKind.objective)
    $.annualSelection.selectedObjectiveIds[] reference(Planning.EntityKind.objective)
    $.annualSelection.year integer(ClosedRange(1970...2999))
    $.budgetAgreements[] object [] - -
    $.budgetAgreements[].adoptedOn date
    $.budgetAgreements[].id! declares(Planning.EntityKind.budgetAgreement)
    $.budgetAgreements[].objectiveIds[] reference(Planning.EntityKind.objective)
    $.budgetAgreements[].title! name
    $.citizenGroups[] object [] - -
    $.citizenGroups[].approximateSize integer(ClosedRange(0...10000000))
    $.citizenGroups[].description text
    $.citizenGroups[].id! declares(Planning.EntityKind.citizenGroup)
    $.citizenGroups[].name! name
    $.deleteParticipantNamesAfter date
    $.externalParties[] object [] - -
    $.externalParties[].id! declares(Planning.EntityKind.externalParty)
    $.externalParties[].kind line
    $.externalParties[].name! name
    $.goals[] object [] - -
    $.goals[].baseline object [] - -
    $.goals[].baseline.measuredOn date
    $.goals[].baseline.needed bool
    $.goals[].baseline.source text
    $.goals[].baseline.value text
    $.goals[].citizenGroupId reference(Planning.EntityKind.citizenGroup)
    $.goals[].currentSituation text
    $.goals[].deadline date
    $.goals[].desiredSituation text
    $.goals[].id! declares(Planning.EntityKind.goal)
    $.goals[].measurable bool
    $.goals[].noticeable bool
    $.goals[].objectiveIds[] reference(Planning.EntityKind.objective)
    $.goals[].text! text
    $.goals[].unitId! reference(Planning.EntityKind.unit)
    $.marketPosts[] object [] - -
    $.marketPosts[].citizenGroupId! reference(Planning.EntityKind.citizenGroup)
    $.marketPosts[].function line
    $.marketPosts[].goalId reference(Planning.EntityKind.goal)
    $.marketPosts[].id! declares(Planning.EntityKind.marketPost)
    $.marketPosts[].kind! oneOf(["offer", "need"])
    $.marketPosts[].text! text
    $.marketPosts[].unitId! reference(Planning.EntityKind.unit)
    $.milestones[] object [] - -
    $.milestones[].due date
    $.milestones[].evidence text
    $.milestones[].goalId reference(Planning.EntityKind.goal)
    $.milestones[].id! declares(Planning.EntityKind.milestone)
    $.milestones[].responsible object [] - -
    $.milestones[].responsible.function line
    $.milestones[].responsible.unitId reference(Planning.EntityKind.unit)
    $.milestones[].text text
    $.models[] object [] - -
    $.models[].confirmations[] object ["unitId", "externalId"] - -
    $.models[].confirmations[].contentVersion text
    $.models[].confirmations[].externalId reference(Planning.EntityKind.externalParty)
    $.models[].confirmations[].function! line
    $.models[].confirmations[].give text
    $.models[].confirmations[].need text
    $.models[].confirmations[].on! date
    $.models[].confirmations[].unitId reference(Planning.EntityKind.unit)
    $.models[].id! declares(Planning.EntityKind.model)
    $.models[].level! level
    $.models[].marketPostIds[] reference(Planning.EntityKind.marketPost)
    $.models[].sessionId! reference(Planning.EntityKind.session)
    $.models[].state oneOf(["draft", "confirmed", "confirmedBeforeChange"])
    $.municipality! object [] - -
    $.municipality!.id identifier
    $.municipality!.kle name
    $.municipality!.name! name
    $.objectives[] object [] - -
    $.objectives[].id! declares(Planning.EntityKind.objective)
    $.objectives[].source object [] - -
    $.objectives[].source.id! identifier
    $.objectives[].source.kind! oneOf(["policy", "budgetAgreement"])
    $.objectives[].text! text
    $.policies[] object [] validFrom validTo
    $.policies[].adoptedOn date
    $.policies[].futureScenario text
    $.policies[].id! declares(Planning.EntityKind.policy)
    $.policies[].objectiveIds[] reference(Planning.EntityKind.objective)
    $.policies[].title! name
    $.policies[].validFrom date
    $.policies[].validTo date
    $.policies[].visionId reference(Planning.EntityKind.vision)
    $.schemaVersion! version(1)
    $.sessions[] object [] startsAt endsAt
    $.sessions[].citizenGroupId reference(Planning.EntityKind.citizenGroup)
    $.sessions[].date date
    $.sessions[].deleteParticipantNamesAfter date
    $.sessions[].endsAt time
    $.sessions[].facilitatorFunction line
    $.sessions[].id! declares(Planning.EntityKind.session)
    $.sessions[].levelDecisions[] object [] - -
    $.sessions[].levelDecisions[].choice! oneOf(["knowledge", "coordination", "coCreation", "alone"])
    $.sessions[].levelDecisions[].goalId! reference(Planning.EntityKind.goal)
    $.sessions[].levelDecisions[].reason text
    $.sessions[].modelIds[] reference(Planning.EntityKind.model)
    $.sessions[].parkedItems[] object [] - -
    $.sessions[].parkedItems[].due date
    $.sessions[].parkedItems[].ownerUnitId reference(Planning.EntityKind.unit)
    $.sessions[].parkedItems[].text! text
    $.sessions[].participants[] object [] - -
    $.sessions[].participants[].displayName line
    $.sessions[].participants[].externalId reference(Planning.EntityKind.externalParty)
    $.sessions[].participants[].function line
    $.sessions[].participants[].id! identifier
    $.sessions[].participants[].unitId reference(Planning.EntityKind.unit)
    $.sessions[].phases[] object [] - -
    $.sessions[].phases[].id identifier
    $.sessions[].phases[].minutes integer(ClosedRange(0...1440))
    $.sessions[].phases[].modelIds[] reference(Planning.EntityKind.model)
    $.sessions[].phases[].question text
    $.sessions[].phases[].questionEn text
    $.sessions[].phases[].title! name
    $.sessions[].phases[].titleEn line
    $.sessions[].room name
    $.sessions[].startsAt time
    $.sessions[].title! name
    $.sessions[].values[] object [] - -
    $.sessions[].values[].text! text
    $.sessions[].values[].valueId! identifier
    $.signs[] object [] - -
    $.signs[].baseline text
    $.signs[].collectedBy object [] - -
    $.signs[].collectedBy.function line
    $.signs[].collectedBy.unitId reference(Planning.EntityKind.unit)
    $.signs[].dataSource text
    $.signs[].frequency text
    $.signs[].goalId reference(Planning.EntityKind.goal)
    $.signs[].id! declares(Planning.EntityKind.sign)
    $.signs[].kind text
    $.signs[].target text
    $.signs[].text text
    $.title line
    $.trialActions[] object [] - -
    $.trialActions[].decision text
    $.trialActions[].end date
    $.trialActions[].evaluation text
    $.trialActions[].goalIds[] reference(Planning.EntityKind.goal)
    $.trialActions[].hypothesis text
    $.trialActions[].id! declares(Planning.EntityKind.trialAction)
    $.trialActions[].ownerUnitId reference(Planning.EntityKind.unit)
    $.trialActions[].preparation text
    $.trialActions[].question text
    $.trialActions[].scale text
    $.trialActions[].scope text
    $.trialActions[].signIds[] reference(Planning.EntityKind.sign)
    $.trialActions[].start date
    $.trialActions[].status text
    $.trialActions[].title line
    $.trialActions[].withExternalIds[] reference(Planning.EntityKind.externalParty)
    $.trialActions[].withUnitIds[] reference(Planning.EntityKind.unit)
    $.units[] object [] - -
    $.units[].department line
    $.units[].id! declares(Planning.EntityKind.unit)
    $.units[].kle name
    $.units[].leaderFunction line
    $.units[].name! name
    $.vision object [] - -
    $.vision.id declares(Planning.EntityKind.vision)
    $.vision.title! name
    $.weekId identifier
    """.split(separator: "\n").map(String.init)
