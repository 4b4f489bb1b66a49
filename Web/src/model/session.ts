import type { ModelSummary } from './modelSummary'
import type { ValueInterpretation } from './together'

export type Role = 'administrator' | 'facilitator' | 'participant' | 'observer' | 'leader'

/** `modelIds`: what is worked on in it. */
export interface Phase {
  id: string
  title: string
  minutes: number
  question?: string | null
  titleEn?: string | null
  questionEn?: string | null
  modelIds?: string[]
}

export interface Participant {
  id: string
  displayName: string
  unitId?: string | null
  externalId?: string | null
  function?: string | null
}

export interface Self {
  participantId?: string | null
  unitId?: string | null
  externalId?: string | null
  function?: string | null
  displayName?: string | null
}

export interface SessionDetails {
  id: string
  weekId: string
  title: string
  date?: string | null
  startsAt?: string | null
  endsAt?: string | null
  citizenGroupId?: string | null
  /** When the names of those who took part are deleted. */
  namesDeletedOn?: string
  phases: readonly Phase[]
  role: Role
  me: Self
  joinCode?: string | null
  joinUrl?: string | null
  /** Milliseconds since 1970. */
  joinCodeExpiresAt?: number | null
  participants: Participant[]
  models: ModelSummary[]
  /** What the values meant here when this was read. */
  values?: ValueInterpretation[]
  seq: number
}

export interface Grant {
  role: Role
  weekId?: string | null
  sessionId?: string | null
  unitId?: string | null
  participantId?: string | null
  displayName?: string | null
  function?: string | null
  externalId?: string | null
}

/** What lets somebody into a session, as those who lead it see it. */
export interface SessionGrant {
  id: number
  role: Role
  isOwn: boolean
  participantId?: string | null
  unitId?: string | null
  displayName?: string | null
  /** Milliseconds since 1970. */
  createdAt: number
  expiresAt?: number | null
  /** Where a personal link is in use. */
  signIns?: SignIn[]
}

/** A browser that a personal link is in use in. Times are milliseconds since 1970. */
export interface SignIn { browser: string, firstUsedAt: number, lastUsedAt: number, isThis: boolean }

/** A facilitator asks for a link to a unit's leader. */
export interface LeaderRequest {
  unitId: string
  unitName: string
  sessionId: string
  sessionTitle: string
  askedAt: number
}

export interface Me { grants: Grant[], signIns?: SignIn[] }

export interface AgendaTemplate {
  id: string
  titleDa: string
  titleEn: string
  phases: { titleDa: string, titleEn: string, questionDa?: string, questionEn?: string, minutes: number }[]
}

/** Somebody who waits to be let in. */
export interface Waiting { knockId: string, person: Participant }

export interface LastTime {
  sessionId?: string | null
  title?: string | null
  date?: string | null
  parkedItems: {
    text: string, unitId?: string | null, externalId?: string | null, function?: string | null, due?: string | null
  }[]
  promises: {
    modelId: string, title: string, unitId?: string | null, externalId?: string | null, function: string,
    give?: string | null, need?: string | null
  }[]
}

export interface JoinInfo {
  sessionId: string
  title: string
  weekTitle?: string | null
  date?: string | null
  /** When the name of who joins today is deleted. */
  nameDeletedOn: string
  lobby?: 'open' | 'passphrase' | 'approval'
  units: { id: string, name: string }[]
  externalParties: { id: string, name: string }[]
  /** Who this browser is in the session already. */
  me?: {
    participantId: string, displayName: string, function: string, unitId?: string | null, externalId?: string | null
  } | null
}

export function mayFacilitate(role: Role): boolean {
  return role === 'facilitator' || role === 'administrator'
}
