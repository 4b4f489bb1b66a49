// Generated from openapi.json by generate.mjs. What is written here by hand is lost.

import type {
  Level, MarketplaceView,
} from '../../../model/generated/types'
import { perform, request } from '../../rest'
import { id } from '../address'

/** Take a post of one's own unit away, while no collaboration was made of it. */
export const deleteWeeksWeekIdMarketplacePostId = (weekId: string, postId: string): Promise<void> =>
  perform('DELETE', `/weeks/${id(weekId)}/marketplace/${id(postId)}`)

/** What units offer and need, and which of it fits together. */
export const getWeeksWeekIdMarketplace = (weekId: string): Promise<MarketplaceView> =>
  request('GET', `/weeks/${id(weekId)}/marketplace`)

/** Post what a unit of one's own offers or needs. */
export const postWeeksWeekIdMarketplace = (weekId: string, body: {
  readonly citizenGroupId: string
  readonly goalId?: string
  readonly kind: 'offer' | 'need'
  readonly text: string
  readonly unitId: string
}): Promise<{
  readonly id: string
}> =>
  request('POST', `/weeks/${id(weekId)}/marketplace`, body)

/** Make a collaboration of an offer and a need, at a level, in a session. */
export const postWeeksWeekIdMarketplaceCollaborations = (weekId: string, body: {
  readonly level: Level
  readonly needId: string
  readonly offerId: string
  readonly sessionId: string
  readonly title: string
}): Promise<{
  readonly id: string
}> =>
  request('POST', `/weeks/${id(weekId)}/marketplace/collaborations`, body)
