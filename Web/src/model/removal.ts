import type { RemovalPreview as Removal } from './generated/types'

export type { RemovalPreview as Removal } from './generated/types'

const counted =
  ['sessions', 'models', 'participants', 'confirmations', 'grants', 'versions', 'drafts', 'plans', 'answers'] as const

/** What goes, in the order it is said. A participant's confirmations stay, as the unit's. */
export function whatGoes(removal: Removal): { what: typeof counted[number], count: number }[] {
  return counted.filter(what => removal.kind !== 'participant' || what !== 'confirmations')
    .map(what => ({ what, count: removal[what] })).filter(one => one.count > 0)
}
