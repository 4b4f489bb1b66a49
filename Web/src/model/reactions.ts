import type { Reaction, ReactionCounts } from './generated/types'

/** What can be said by one press. */
export const reactions: readonly Reaction[] = ['agree', 'thanks', 'idea', 'unclear']

export type { Reaction, ReactionCounts } from './generated/types'

/** How long a reaction is shown. */
export const reactionLastsMs = 6_000

interface Told { counts: ReactionCounts, at: number }

/** What was told within the last moments before `now`, added up; the order is always the same. */
export function recent(told: readonly Told[], now: number): { reaction: Reaction, count: number }[] {
  const fresh = told.filter(one => now - one.at < reactionLastsMs)
  return reactions
    .map(reaction => ({ reaction, count: fresh.reduce((sum, one) => sum + (one.counts[reaction] ?? 0), 0) }))
    .filter(one => one.count > 0)
}
