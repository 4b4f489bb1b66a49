import type { Level } from './level'
import type { Week } from './week'

export interface Coverage { modelId: string, sessionId: string, title: string, level: Level, state: 'draft' | 'confirmed' | 'confirmedBeforeChange' }

/** Which collaborations a unit has for a citizen group: the models of that group's sessions with the unit as a party. */
export function coverage(week: Week, citizenGroupId: string, unitId: string): Coverage[] {
  return week.sessions.filter(session => session.citizenGroupId === citizenGroupId).flatMap(session => session.models
    .filter(model => model.parties.includes(unitId))
    .map(model => ({ modelId: model.id, sessionId: session.id, title: model.title, level: model.level, state: model.state })))
}
