import type { Level } from './level'

export interface Confirmation {
  unitId?: string | null
  externalId?: string | null
  function?: string | null
  on?: string | null
  give?: string | null
  need?: string | null
  /** The content that was confirmed. */
  contentVersion?: string | null
  state: 'current' | 'beforeChange'
  /** Who gave it. */
  participantId?: string | null
  /** They turned out to be of another unit than they came as. */
  isFromCorrectedSeat?: boolean
}

/** A party's word that was taken back, while it has given none since. */
export interface Withdrawal {
  unitId?: string | null
  externalId?: string | null
  by?: 'maker' | 'leader' | 'facilitator' | null
  function?: string | null
}

/** What the server knows of a model without opening its document. */
export interface ModelSummary {
  id: string
  sessionId: string
  weekId: string
  title: string
  level: Level
  locked: boolean
  contentVersion: string
  /** Ids of the fields that the level requires and that are empty. */
  missing: string[]
  /** Units that take part. */
  parties: string[]
  confirmations: Confirmation[]
  withdrawals?: Withdrawal[]
  state: 'draft' | 'confirmed' | 'confirmedBeforeChange'
  canWrite: boolean
  goalIds: string[]
}

/** The confirmation that stands for a unit or an external party: the newest. */
export function confirmationOf(
  model: ModelSummary, party: { unitId?: string | null, externalId?: string | null }
): Confirmation | undefined {
  return model.confirmations.filter(one => party.unitId != null && party.unitId !== ''
    ? one.unitId === party.unitId
    : one.externalId != null && one.externalId === party.externalId).at(-1)
}
