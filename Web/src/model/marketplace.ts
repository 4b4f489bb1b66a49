import type {
  MarketplaceView as Marketplace, MarketplaceViewMatch as MarketMatch, MarketplaceViewPost as MarketPost
} from './generated/types'

export type {
  MarketPostKind as PostKind, MarketplaceView as Marketplace, MarketplaceViewMatch as MarketMatch,
  MarketplaceViewPost as MarketPost
} from './generated/types'

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
