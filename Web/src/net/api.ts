import type { FieldDefinitions } from '../model/fieldDefinition'
import { parseFieldDefinitions } from '../model/fieldDefinitions'
import type { GoalPlanDraft } from '../model/goalPlanDraft'
import type { Level } from '../model/level'
import type { ModelSummary } from '../model/modelSummary'
import type { AgendaTemplate, JoinInfo, Me, Role, SessionDetails, SessionGrant } from '../model/session'
import type { Goal, Week, WeekListing } from '../model/week'
import { forgetAnswers } from './keptAnswers'
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
}

export interface NewConfirmation { contentVersion: string, give?: string, need?: string, function?: string, unitId?: string, externalId?: string }

export interface WeekPatch {
  title?: string
  units?: { id?: string, name: string, leaderFunction: string, department?: string }[]
  citizenGroups?: { id?: string, name: string }[]
  goals?: (Omit<Goal, 'id'> & { id?: string })[]
}

export interface ImportResult { weekId: string, sessions: { id: string, joinCode: string, models: { id: string }[] }[] }

/** A new week leaves out the lists that nobody has written in. */
const emptyWeek = { units: [], externalParties: [], citizenGroups: [], objectives: [], goals: [], trialActions: [], signs: [], milestones: [], sessions: [] }

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
  me: () => request<Me>('GET', '/me'),
  fields: async (): Promise<FieldDefinitions> => parseFieldDefinitions(await request<unknown>('GET', '/fields')),
  agendas: () => request<AgendaTemplate[]>('GET', '/agendas'),
  weeks: () => request<WeekListing[]>('GET', '/weeks'),
  week: async (week: string): Promise<Week> => ({ ...emptyWeek, ...await request<Week>('GET', `/weeks/${id(week)}`) }),
  createWeek: (week: NewWeek) => request<{ id: string }>('POST', '/weeks', week),
  changeWeek: (week: string, change: WeekPatch) => request<unknown>('PATCH', `/weeks/${id(week)}`, change),
  importWeek: (document: unknown) => request<ImportResult>('POST', '/weeks/import', document),
  createSession: (week: string, session: NewSession) => request<{ id: string, joinCode: string }>('POST', `/weeks/${id(week)}/sessions`, session),
  joinInfo: (code: string) => request<JoinInfo>('GET', `/join/${id(code)}`),
  join: (body: { joinCode: string, displayName: string, unitId?: string, externalId?: string, function: string }) =>
    request<{ participantId: string, sessionId: string, role: Role }>('POST', '/join', body),
  session: (session: string) => request<SessionDetails>('GET', `/sessions/${id(session)}`),
  createModel: (session: string, model: { level: Level, title: string, goalIds: string[] }) => request<{ id: string }>('POST', `/sessions/${id(session)}/models`, model),
  model: (model: string) => request<ModelSummary>('GET', `/models/${id(model)}`),
  setLevel: (model: string, level: Level) => request<ModelSummary>('PATCH', `/models/${id(model)}`, { level }),
  confirm: (model: string, confirmation: NewConfirmation) => request<ModelSummary>('POST', `/models/${id(model)}/confirmations`, confirmation),
  withdraw: (model: string, party: string) => request<void>('DELETE', `/models/${id(model)}/confirmations/${id(party)}`),
  invite: (session: string, role: 'facilitator' | 'observer' | 'leader', unitId?: string) =>
    request<{ url: string, token: string }>('POST', `/sessions/${id(session)}/invitations`, unitId === undefined ? { role } : { role, unitId }),
  renewJoinCode: (session: string) => request<{ joinCode: string }>('POST', `/sessions/${id(session)}/join-code`),
  grants: (session: string) => request<SessionGrant[]>('GET', `/sessions/${id(session)}/grants`),
  revoke: (session: string, grant: number) => request<void>('DELETE', `/sessions/${id(session)}/grants/${grant}`),
  draft: (week: string, unit: string) => request<GoalPlanDraft>('GET', `/weeks/${id(week)}/units/${id(unit)}/goal-plan-draft`),
}
