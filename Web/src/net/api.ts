import type { FieldDefinitions } from '../model/fieldDefinition'
import { parseFieldDefinitions } from '../model/fieldDefinitions'
import type { ExportFormat, Language, Level, WeekView } from '../model/generated/types'
import { withEveryList, type Week } from '../model/week'
import type { ChosenFile } from './chosenFile'
import * as ofDoor from './generated/client/door'
import * as ofEarlierSession from './generated/client/earlierSession'
import * as ofGrant from './generated/client/grant'
import * as ofJoinCode from './generated/client/joinCode'
import * as ofLeaderRequest from './generated/client/leaderRequest'
import * as ofModel from './generated/client/model'
import * as ofParticipant from './generated/client/participant'
import * as ofPersonalNumber from './generated/client/personalNumber'
import * as ofSession from './generated/client/session'
import * as ofText from './generated/client/text'
import * as ofVersion from './generated/client/version'
import * as ofWeek from './generated/client/week'
import * as ofWeekExport from './generated/client/weekExport'

const shown = async (week: Promise<WeekView>): Promise<Week> => withEveryList(await week)

/** The server's HTTP interface in the page's words: each of the generated functions that the page uses, by name. */
export const api = {
  fields: async (): Promise<FieldDefinitions> => parseFieldDefinitions(await ofText.getFields()),
  agendas: ofText.getAgendas,
  weeks: ofWeek.getWeeks,
  week: (week: string) => shown(ofWeek.getWeeksWeekId(week)),
  createWeek: ofWeek.postWeeks,
  importWeek: (file: ChosenFile) => ofWeek.postWeeksImport(file.bytes),
  createSession: ofWeek.postWeeksWeekIdSessions,
  waiting: (session: string, name: string) => ofDoor.getSessionsSessionIdKnocks(session, { name }),
  answerKnock: (session: string, knock: string, admit: boolean) =>
    ofDoor.postSessionsSessionIdKnocksKnockId(session, knock, { admit }),
  appoint: (session: string, participantId: string) =>
    ofDoor.postSessionsSessionIdFacilitators(session, { participantId }),
  earlierSession: ofEarlierSession.getSessionsSessionIdBefore,
  session: ofSession.getSessionsSessionId,
  createModel: ofSession.postSessionsSessionIdModels,
  versions: ofVersion.getModelsModelIdVersions,
  version: (model: string, number: number) => ofVersion.getModelsModelIdVersionsNumber(model, String(number)),
  keepVersion: ofVersion.postModelsModelIdVersions,
  model: ofModel.getModelsModelId,
  setLevel: (model: string, level: Level) => ofModel.patchModelsModelId(model, { level }),
  confirm: ofModel.postModelsModelIdConfirmations,
  withdraw: ofModel.deleteModelsModelIdConfirmationsPartyId,
  invite: (session: string, role: 'facilitator' | 'observer' | 'leader', unitId?: string) =>
    ofSession.postSessionsSessionIdInvitations(session, unitId === undefined ? { role } : { role, unitId }),
  askForLeaderLink: (session: string, unitId: string) =>
    ofLeaderRequest.postSessionsSessionIdLeaderRequests(session, { unitId }),
  leaderRequests: ofLeaderRequest.getWeeksWeekIdLeaderRequests,
  refuseLeaderLink: ofLeaderRequest.deleteWeeksWeekIdLeaderRequestsUnitId,
  signOutGrant: (session: string, grant: number) =>
    ofGrant.deleteSessionsSessionIdGrantsGrantIdSignIns(session, String(grant)),
  correctParticipant: ofParticipant.patchSessionsSessionIdParticipantsParticipantId,
  renewJoinCode: ofJoinCode.postSessionsSessionIdJoinCode,
  grants: ofGrant.getSessionsSessionIdGrants,
  revoke: (session: string, grant: number) => ofGrant.deleteSessionsSessionIdGrantsGrantId(session, String(grant)),
  formats: ofWeekExport.getFormats,
  startExport: (week: string, wish: { formats: readonly ExportFormat[], language: Language, forArchive: boolean }) =>
    ofWeekExport.postWeeksWeekIdExports(week, wish),
  weekExport: ofWeekExport.getWeeksWeekIdExportsExportId,
  removeExport: ofWeekExport.deleteWeeksWeekIdExportsExportId,
  personalNumbers: ofPersonalNumber.getSessionsSessionIdPersonalNumbers,
  setNamesDay: (week: string, day: string) =>
    ofWeek.patchWeeksWeekId(week, { deleteParticipantNamesAfter: day === '' ? null : day }),
  setFollowUpDays: (week: string, days: Record<string, string>) =>
    ofWeek.patchWeeksWeekId(week, { annualCycle: { followUpDays: days } }),
}
