import type { Level } from './level'
import type { Week, WeekSession } from './week'

export interface Coverage {
  modelId: string
  sessionId: string
  title: string
  level: Level
  state: 'draft' | 'confirmed' | 'confirmedBeforeChange'
}

/**
 * Which collaborations a unit has for a citizen group: the models of that group's sessions with the unit as a party.
 */
export function coverage(week: Week, citizenGroupId: string, unitId: string): Coverage[] {
  return week.sessions.filter(session => session.citizenGroupId === citizenGroupId).flatMap(session => session.models
    .filter(model => model.parties.includes(unitId))
    .map(model => ({
      modelId: model.id, sessionId: session.id, title: model.title, level: model.level, state: model.state
    })))
}

/** A citizen group's sessions, in the order of the programme. */
export function sessionsOfGroup(week: Week, citizenGroupId: string): WeekSession[] {
  return inOrder(week.sessions.filter(session => session.citizenGroupId === citizenGroupId))
}

/** The sessions that concern a unit: where it is a party, and those of the citizen groups that it has goals for. */
export function sessionsOfUnit(week: Week, unitId: string): WeekSession[] {
  const groups =
    new Set(week.goals.filter(goal => goal.unitId === unitId && goal.citizenGroupId).map(goal => goal.citizenGroupId))
  return inOrder(week.sessions.filter(session =>
    groups.has(session.citizenGroupId) || session.models.some(model => model.parties.includes(unitId))))
}

function inOrder(sessions: readonly WeekSession[]): WeekSession[] {
  const when = (session: WeekSession) => `${session.date ?? '9999'} ${session.startsAt ?? ''}`
  return [...sessions].sort((a, b) => when(a).localeCompare(when(b)))
}
