import type { IdeaRound, Vote } from '../../model/areaState'
import { useWords } from '../shared/LanguageContext'
import { useSession } from './SessionContext'
import { IdeaRoundPanel } from './IdeaRoundPanel'
import { VotePanel } from './VotePanel'

/**
 * What everybody is asked now, newest first, and what was shown last in this phase; all else that was shown folds away.
 */
export function Questions() {
  const { t } = useWords()
  const { view } = useSession()
  const { shown } = view.state.areas
  const rounds = [...view.state.areas.rounds.values()].reverse()
  const votes = [...view.state.areas.votes.values()].reverse()
  const latest = shown !== null && shown.at >= (view.state.phaseEnteredAt ?? 0) ? shown.id : null
  const round = (one: IdeaRound) => <IdeaRoundPanel key={one.roundId} round={one} />
  const olderRound = (one: IdeaRound) => <IdeaRoundPanel key={one.roundId} round={one} isOlder />
  const vote = (one: Vote) => <VotePanel key={one.voteId} vote={one} />
  const olderRounds = rounds.filter(one => one.revealed && one.roundId !== latest)
  const olderVotes = votes.filter(one => one.result !== null && one.voteId !== latest)
  const older = olderRounds.length + olderVotes.length
  return (
    <>
      {rounds.filter(one => !one.revealed || one.roundId === latest).map(round)}
      {votes.filter(one => one.result === null || one.voteId === latest).map(vote)}
      {older > 0 && <details className="disclosure" data-testid="questions-older">
        <summary>{t('questions.older', { count: older })}</summary>
          <div className="stack">{olderRounds.map(olderRound)}{olderVotes.map(vote)}</div>
      </details>}
    </>
  )
}
