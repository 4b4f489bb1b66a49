import type { CitizenPlan } from '../model/citizenPlan'
import type { DocumentFormat, FormatAvailability, WeekExport } from '../model/documentFormat'
import type { FieldDefinitions } from '../model/fieldDefinition'
import { parseFieldDefinitions } from '../model/fieldDefinitions'
import type { Decision, PlanChange, PlanView, ProfileId } from '../model/goalPlan'
import type { GoalPlanDraft } from '../model/goalPlanDraft'
import type { Level } from '../model/level'
import type { ModelSummary } from '../model/modelSummary'
import type {
  AgendaTemplate, JoinInfo, LastTime, LeaderRequest, Me, Role, SessionDetails, SessionGrant, Waiting
} from '../model/session'
import type { BulkAgreement, FoundLearning, MadeAgreements, ObjectiveReport, PlanYear } from '../model/planYear'
import type { Version } from '../model/version'
import type { PersonalNumberPlace } from '../model/personalNumber'
import type { Removal } from '../model/removal'
import type { Week, WeekListing } from '../model/week'
import { forgetAnswers } from './keptAnswers'
import type { ChosenFile } from './chosenFile'
import { request } from './rest'

const id = encodeURIComponent

export interface NewWeek {
  title: string
  municipality: { name: string }
  start: string
  end: string
  units: { name: string, leaderFunction: string, department?: string }[]
  citizenGroups: { name: string }[]
}

export interface NewSession {
  title: string
  date: string
  startsAt: string
  endsAt: string
  citizenGroupId?: string
  agenda?: string
  room?: string
}

export interface NewConfirmation {
  contentVersion: string
  give?: string
  need?: string
  function?: string
  unitId?: string
  externalId?: string
}

export interface ImportResult { weekId: string, sessions: { id: string, joinCode: string, models: { id: string }[] }[] }

export interface PlanRewrite {
  items?: { id?: string, section?: string, fields: Record<string, string> }[]
  removed?: string[]
  profile?: ProfileId
}

export interface PlanOfModel { weekId: string, unitId: string, unitName: string, items: number, isCurrent: boolean }

/** Which plan, and which revision of it the change was made against. */
export interface PlanPlace { week: string, unit: string, revision: number, profile?: ProfileId }

const planPath = (week: string, unit: string) => `/weeks/${id(week)}/units/${id(unit)}/goal-plan`
const shownAs = (profile?: ProfileId) => profile === undefined ? '' : `?profile=${profile}`
const seen = (revision: number) => ({ 'If-Match': `"${revision}"` })
function changePlan(
  method: 'POST' | 'PUT' | 'PATCH' | 'DELETE', place: PlanPlace, path: string, body?: unknown, type?: string
): Promise<PlanView> {
  return request<PlanView>(method, planPath(place.week, place.unit) + path + shownAs(place.profile), body, {
    ...seen(place.revision), ...(type === undefined ? {} : { 'Content-Type': type })
  })
}

/** A new week leaves out the lists that nobody has written in. */
const emptyWeek = {
  units: [], externalParties: [], citizenGroups: [], objectives: [], goals: [], trialActions: [], signs: [],
  milestones: [], sessions: []
}

/** The server's HTTP interface, one function a route. */
export const api = {
  signIn: async (token: string): Promise<Me> => {
    await forgetAnswers()
    return request<Me>('POST', '/sign-in', { token })
  },
  signOut: async (): Promise<void> => {
    await forgetAnswers()
    await request<void>('POST', '/sign-out')
  },
  signOutEverywhere: async (): Promise<void> => {
    await forgetAnswers()
    await request<void>('POST', '/sign-out-everywhere')
  },
  me: () => request<Me>('GET', '/me'),
  fields: async (): Promise<FieldDefinitions> => parseFieldDefinitions(await request<unknown>('GET', '/fields')),
  agendas: () => request<AgendaTemplate[]>('GET', '/agendas'),
  weeks: () => request<WeekListing[]>('GET', '/weeks'),
  week: async (week: string): Promise<Week> => ({ ...emptyWeek, ...await request<Week>('GET', `/weeks/${id(week)}`) }),
  createWeek: (week: NewWeek) => request<{ id: string }>('POST', '/weeks', week),
  importWeek: (file: ChosenFile) => request<ImportResult>('POST', '/weeks/import', file.bytes),
  createSession: (week: string, session: NewSession) =>
    request<{ id: string, joinCode: string }>('POST', `/weeks/${id(week)}/sessions`, session),
  joinInfo: (code: string) => request<JoinInfo>('GET', `/join/${id(code)}`),
  /** `knockId` where one has to be let in first. */
  join: (body: {
    joinCode: string, displayName: string, unitId?: string, externalId?: string, function: string, passphrase?: string
  }) =>
    request<{ sessionId: string, participantId?: string, role?: Role, knockId?: string }>('POST', '/join', body),
  knock: (session: string, knock: string) => request<{
    answer: 'waiting' | 'admitted' | 'refused' | 'unknown'
  }>('GET', `/sessions/${id(session)}/knocks/${id(knock)}`),
  waiting: (session: string, name: string) => request<{
    waiting: Waiting[], count: number
  }>('GET', `/sessions/${id(session)}/knocks?name=${encodeURIComponent(name)}`),
  answerKnock: (session: string, knock: string, admit: boolean) =>
    request<void>('POST', `/sessions/${id(session)}/knocks/${id(knock)}`, { admit }),
  appoint: (session: string, participantId: string) =>
    request<void>('POST', `/sessions/${id(session)}/facilitators`, { participantId }),
  lastTime: (session: string) => request<LastTime>('GET', `/sessions/${id(session)}/before`),
  session: (session: string) => request<SessionDetails>('GET', `/sessions/${id(session)}`),
  createModel: (session: string, model: { level: Level, title: string, goalIds: string[] }) =>
    request<{ id: string }>('POST', `/sessions/${id(session)}/models`, model),
  versions: (model: string) => request<Version[]>('GET', `/models/${id(model)}/versions`),
  version: (model: string, number: number) => request<Version>('GET', `/models/${id(model)}/versions/${number}`),
  keepVersion: (model: string) => request<Version>('POST', `/models/${id(model)}/versions`),
  model: (model: string) => request<ModelSummary>('GET', `/models/${id(model)}`),
  setLevel: (model: string, level: Level) => request<ModelSummary>('PATCH', `/models/${id(model)}`, { level }),
  confirm: (model: string, confirmation: NewConfirmation) =>
    request<ModelSummary>('POST', `/models/${id(model)}/confirmations`, confirmation),
  withdraw: (model: string, party: string) =>
    request<void>('DELETE', `/models/${id(model)}/confirmations/${id(party)}`),
  invite: (session: string, role: 'facilitator' | 'observer' | 'leader', unitId?: string) =>
    request<{
      url: string, token: string, expiresAt?: number
    }>('POST', `/sessions/${id(session)}/invitations`, unitId === undefined ? { role } : { role, unitId }),
  askForLeaderLink: (session: string, unitId: string) =>
    request<void>('POST', `/sessions/${id(session)}/leader-requests`, { unitId }),
  leaderRequests: (week: string) => request<LeaderRequest[]>('GET', `/weeks/${id(week)}/leader-requests`),
  refuseLeaderLink: (week: string, unit: string) =>
    request<void>('DELETE', `/weeks/${id(week)}/leader-requests/${id(unit)}`),
  signOutGrant: (session: string, grant: number) =>
    request<void>('DELETE', `/sessions/${id(session)}/grants/${grant}/sign-ins`),
  correctParticipant: (session: string, participant: string, corrected: {
    displayName: string, function: string, unitId?: string, externalId?: string
  }) =>
    request<void>('PATCH', `/sessions/${id(session)}/participants/${id(participant)}`, corrected),
  renewJoinCode: (session: string) => request<{ joinCode: string }>('POST', `/sessions/${id(session)}/join-code`),
  grants: (session: string) => request<SessionGrant[]>('GET', `/sessions/${id(session)}/grants`),
  revoke: (session: string, grant: number) => request<void>('DELETE', `/sessions/${id(session)}/grants/${grant}`),
  formats: () => request<FormatAvailability[]>('GET', '/formats'),
  startExport: (week: string, wish: { formats: readonly DocumentFormat[], language: string, forArchive: boolean }) =>
    request<WeekExport>('POST', `/weeks/${id(week)}/exports`, wish),
  weekExport: (week: string, made: string) => request<WeekExport>('GET', `/weeks/${id(week)}/exports/${id(made)}`),
  removeExport: (week: string, made: string) => request<void>('DELETE', `/weeks/${id(week)}/exports/${id(made)}`),
  draft: (week: string, unit: string) =>
    request<GoalPlanDraft>('GET', `/weeks/${id(week)}/units/${id(unit)}/goal-plan-draft`),
  plan: (week: string, unit: string, profile?: ProfileId) =>
    request<PlanView>('GET', planPath(week, unit) + shownAs(profile)),
  planYear: (week: string, unit: string) => request<PlanYear>('GET', `${planPath(week, unit)}/year`),
  objectives: (week: string) => request<ObjectiveReport>('GET', `/weeks/${id(week)}/objectives`),
  learning: (week: string, words: string) =>
    request<FoundLearning[]>('GET', `/weeks/${id(week)}/learning?q=${id(words)}`),
  makeAgreements: (week: string, agreement: BulkAgreement) =>
    request<MadeAgreements>('POST', `/weeks/${id(week)}/agreements`, agreement),
  writePlan: (place: PlanPlace, rewrite: PlanRewrite) => changePlan('PATCH', place, '', rewrite),
  importToPlan: (place: PlanPlace, draftVersion: number, decisions: Decision[]) =>
    changePlan('POST', place, '/imports', { draftVersion, decisions }),
  bringPlanFile: (place: PlanPlace, file: ChosenFile) => changePlan('POST', place, '/file', file.bytes, file.type),
  carryPlanOver: (place: PlanPlace, fromWeekId: string) => changePlan('POST', place, '/carry-over', { fromWeekId }),
  undoPlanChange: (place: PlanPlace, revision: number) => changePlan('DELETE', place, `/changes/${revision}`),
  finishPlan: (place: PlanPlace) => changePlan('POST', place, '/versions'),
  reopenPlan: (place: PlanPlace) => changePlan('POST', place, '/reopen'),
  citizenPlan: (week: string, unit: string) =>
    request<CitizenPlan>('GET', `/weeks/${id(week)}/units/${id(unit)}/citizen-plan`),
  citizenPreview: (week: string, unit: string) => request<CitizenPlan>('GET', `${planPath(week, unit)}/citizen-plan`),
  showCitizens: (place: PlanPlace) => changePlan('PUT', place, '/citizen-plan'),
  hideFromCitizens: (place: PlanPlace) => changePlan('DELETE', place, '/citizen-plan'),
  /** `path`: `/weeks/ID`, `/sessions/ID`, `/models/ID` or `/sessions/ID/participants/ID`. */
  removal: (path: string) => request<Removal>('GET', `${path}/removal`),
  remove: (path: string, tag: string, reason = '') => request<void>('DELETE', path
    + (reason === '' ? '' : `?reason=${id(reason)}`), undefined, { 'If-Match': `"${tag}"` }),
  personalNumbers: (session: string) =>
    request<PersonalNumberPlace[]>('GET', `/sessions/${id(session)}/personal-numbers`),
  setNamesDay: (week: string, day: string) =>
    request<Week>('PATCH', `/weeks/${id(week)}`, { deleteParticipantNamesAfter: day === '' ? null : day }),
  setFollowUpDays: (week: string, days: Record<string, string>) =>
    request<unknown>('PATCH', `/weeks/${id(week)}`, { annualCycle: { followUpDays: days } }),
  planChanges: (week: string, unit: string) => request<PlanChange[]>('GET', `${planPath(week, unit)}/changes`),
  plansOfModel: (model: string) => request<PlanOfModel[]>('GET', `/models/${id(model)}/plans`),
}
