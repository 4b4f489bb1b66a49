/** What goes when something is deleted, as the server says it first. */
export interface Removal {
  kind: 'week' | 'session' | 'model' | 'participant'
  id: string
  title: string
  sessions: number
  models: number
  participants: number
  confirmations: number
  grants: number
  versions: number
  drafts: number
  plans: number
  /** Goal plans that keep what they took. */
  plansDrawing: number
  /** What a participant said alone. */
  answers: number
  comments: number
  mentions: { modelId: string, title: string, fieldId: string, label: { da: string, en: string } }[]
  /** Of what was said: deleting asks for it. */
  tag: string
}

const counted =
  ['sessions', 'models', 'participants', 'confirmations', 'grants', 'versions', 'drafts', 'plans', 'answers'] as const

/** What goes, in the order it is said. A participant's confirmations stay, as the unit's. */
export function whatGoes(removal: Removal): { what: typeof counted[number], count: number }[] {
  return counted.filter(what => removal.kind !== 'participant' || what !== 'confirmations')
    .map(what => ({ what, count: removal[what] })).filter(one => one.count > 0)
}
