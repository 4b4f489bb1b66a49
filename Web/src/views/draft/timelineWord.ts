import type { Translate } from '../../text/translate'

/** What happens on a day, in a word; a kind from a newer server is shown without one. */
export function timelineWord(kind: string, t: Translate): string {
  switch (kind) {
    case 'trialActionStarts': case 'trialActionEnds': case 'milestone': case 'evaluation':
    case 'experienceExchange': case 'parkedItem': case 'annualCycle':
      return `${t(`timeline.${kind}`)}.`
    default: return ''
  }
}
