// Generated from openapi.json by generate.mjs. What is written here by hand is lost.

import type {
  ConfirmationBody, LevelBody, ModelView,
} from '../../../model/generated/types'
import { perform, request } from '../../rest'
import { id } from '../address'

/** Take a confirmation back: one's own; a unit's leader that unit's; who leads the session anyone's. */
export const deleteModelsModelIdConfirmationsPartyId = (modelId: string, partyId: string): Promise<void> =>
  perform('DELETE', `/models/${id(modelId)}/confirmations/${id(partyId)}`)

/** A model's level, what it lacks, and who confirmed. */
export const getModelsModelId = (modelId: string): Promise<ModelView> =>
  request('GET', `/models/${id(modelId)}`)

/** Raise or lower the level; no content is lost. */
export const patchModelsModelId = (modelId: string, body: LevelBody): Promise<ModelView> =>
  request('PATCH', `/models/${id(modelId)}`, body)

/** Confirm what the model says now, for one's own unit. */
export const postModelsModelIdConfirmations = (modelId: string, body: ConfirmationBody): Promise<ModelView> =>
  request('POST', `/models/${id(modelId)}/confirmations`, body)
