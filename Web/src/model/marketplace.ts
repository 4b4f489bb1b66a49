import type { Level } from './level'

export type PostKind = 'offer' | 'need'

/** What a unit offers or needs for a citizen group. */
export interface MarketPost {
  id: string
  kind: PostKind
  unitId: string
  citizenGroupId: string
  text: string
  goalId?: string
  function?: string
  mayWithdraw: boolean
}

export interface MarketMatch {
  offerId: string
  needId: string
  citizenGroupId: string
  collaboration?: { modelId: string, sessionId: string, title: string, level: Level }
}

export interface Marketplace {
  posts: MarketPost[]
  matches: MarketMatch[]
  /** The units that one may post for. */
  unitIds: string[]
  /** The sessions where one may make a collaboration. */
  sessionIds: string[]
}

/**
 * A match with the posts it is of; what became a collaboration last, so that what is to be talked about stands first.
 */
export function matchesOf(
  market: Marketplace, citizenGroupId: string
): { match: MarketMatch, offer: MarketPost, need: MarketPost }[] {
  const post = (id: string) => market.posts.find(one => one.id === id)
  return market.matches.filter(match => match.citizenGroupId === citizenGroupId).flatMap(match => {
    const [offer, need] = [post(match.offerId), post(match.needId)]
    return offer && need ? [{ match, offer, need }] : []
  }).sort((a, b) => Number(a.match.collaboration !== undefined) - Number(b.match.collaboration !== undefined))
}

/** The sessions to choose between: those of the citizen group, or all where it has none. */
export function sessionsFor<Session extends { id: string, citizenGroupId?: string | null }>(
  market: Marketplace, sessions: readonly Session[], citizenGroupId: string
): Session[] {
  const own = sessions.filter(session => market.sessionIds.includes(session.id))
  const ofGroup = own.filter(session => session.citizenGroupId === citizenGroupId)
  return ofGroup.length > 0 ? ofGroup : own
}
