import * as ofDraft from './generated/addresses/draft'
import * as ofOutcome from './generated/addresses/outcome'
import * as ofPlanDocument from './generated/addresses/planDocument'
import * as ofRemoval from './generated/addresses/removal'
import * as ofWeek from './generated/addresses/week'

/** Where the server has what a person takes home: addresses for links and downloads. */
export const documents = {
  draft: ofDraft.addressOfWeeksWeekIdUnitsUnitIdGoalPlanDraftFormat,
  plan: ofPlanDocument.addressOfWeeksWeekIdUnitsUnitIdGoalPlanFormat,
  annualReport: ofPlanDocument.addressOfWeeksWeekIdUnitsUnitIdGoalPlanAnnualReportFormat,
  outcome: ofOutcome.addressOfSessionsSessionIdOutcomeFormat,
  week: ofWeek.addressOfWeeksWeekIdExport,
  person: ofRemoval.addressOfSessionsSessionIdParticipantsParticipantId,
}
