import type { ModelSummaryPartyConfirmation as Confirmation, ModelView as ModelSummary } from './generated/types'

export type {
  ModelSummaryPartyConfirmation as Confirmation, ModelSummaryPartyWithdrawal as Withdrawal, ModelView as ModelSummary
} from './generated/types'

/** The confirmation that stands for a unit or an external party: the newest. */
export function confirmationOf(
  model: ModelSummary, party: { unitId?: string | null, externalId?: string | null }
): Confirmation | undefined {
  return model.confirmations.filter(one => party.unitId != null && party.unitId !== ''
    ? one.unitId === party.unitId
    : one.externalId != null && one.externalId === party.externalId).at(-1)
}
