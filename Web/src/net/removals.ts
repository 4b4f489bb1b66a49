import * as ofRemoval from './generated/client/removal'

/** What goes when something is deleted, and how it is deleted once that was said. */
export interface Removable {
  key: string
  read: () => ReturnType<typeof ofRemoval.getModelsModelIdRemoval>
  /** `reason`: asked for where somebody has confirmed. */
  remove: (tag: string, reason?: string) => Promise<void>
}

/** What can be deleted, by what it is. */
export const removable = {
  week: (week: string): Removable => ({
    key: `week ${week}`, read: () => ofRemoval.getWeeksWeekIdRemoval(week),
    remove: tag => ofRemoval.deleteWeeksWeekId(week, tag),
  }),
  session: (session: string): Removable => ({
    key: `session ${session}`, read: () => ofRemoval.getSessionsSessionIdRemoval(session),
    remove: tag => ofRemoval.deleteSessionsSessionId(session, tag),
  }),
  model: (model: string): Removable => ({
    key: `model ${model}`, read: () => ofRemoval.getModelsModelIdRemoval(model),
    remove: (tag, reason) => ofRemoval.deleteModelsModelId(model, tag, { reason }),
  }),
  participant: (session: string, participant: string): Removable => ({
    key: `participant ${session} ${participant}`,
    read: () => ofRemoval.getSessionsSessionIdParticipantsParticipantIdRemoval(session, participant),
    remove: tag => ofRemoval.deleteSessionsSessionIdParticipantsParticipantId(session, participant, tag),
  }),
}
