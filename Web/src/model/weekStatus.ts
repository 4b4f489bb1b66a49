import type { Goal, Unit, Week } from './week'

export interface UnconfirmedModel {
  unit: Unit
  modelId: string
  sessionId: string
  title: string
  isBeforeChange: boolean
}

/** Goals that no collaboration contributes to, and for which it is not decided either that they are best done alone. */
export function goalsWithoutDecision(week: Week): Goal[] {
  const covered = new Set(week.sessions.flatMap(session => session.models.flatMap(model => model.goalIds)))
  const alone = new Set(week.sessions.flatMap(session =>
    (session.decidedLevels ?? []).filter(one => one.choice === 'alone').map(one => one.goalId)))
  return week.goals.filter(goal => !covered.has(goal.id) && !alone.has(goal.id))
}

/** Where a unit is a party and has not confirmed what the model says now. */
export function unconfirmed(week: Week): UnconfirmedModel[] {
  return week.sessions.flatMap(session => session.models.flatMap(model => week.units
    .filter(unit => model.parties.includes(unit.id)
      && !model.confirmations.some(one => one.unitId === unit.id && one.state === 'current'))
    .map(unit => ({
      unit, modelId: model.id, sessionId: session.id, title: model.title,
      isBeforeChange: model.confirmations.some(one => one.unitId === unit.id)
    }))))
}

/** The rooms of a week's sessions, in the order they are named; sessions without one stand under ''. */
export function roomsOf(week: Week): string[] {
  return [...new Set(week.sessions.map(session => session.room ?? ''))].sort((a, b) =>
    a === '' ? 1 : b === '' ? -1 : a.localeCompare(b, 'da'))
}
