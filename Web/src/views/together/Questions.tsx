import { useWords } from '../app/LanguageContext'
import { useSession } from '../session/SessionContext'
import { IdeaRoundPanel } from './IdeaRoundPanel'
import { VotePanel } from './VotePanel'

/** What everybody is asked now, newest first; what has been shown folds away under one heading. */
export function Questions() {
  const { t } = useWords()
  const { view } = useSession()
  const rounds = [...view.state.together.rounds.values()].reverse()
  const votes = [...view.state.together.votes.values()].reverse()
  const shownRounds = rounds.filter(round => round.revealed)
  const shownVotes = votes.filter(vote => vote.result !== null)
  const [latestRound] = shownRounds
  const [latestVote] = shownVotes
  const older = shownRounds.length + shownVotes.length - (latestRound ? 1 : 0) - (latestVote ? 1 : 0)
  return (
    <>
      {rounds.filter(round => !round.revealed).map(round => <IdeaRoundPanel key={round.roundId} round={round} />)}
      {votes.filter(vote => vote.result === null).map(vote => <VotePanel key={vote.voteId} vote={vote} />)}
      {latestRound && <IdeaRoundPanel key={latestRound.roundId} round={latestRound} />}
      {latestVote && <VotePanel key={latestVote.voteId} vote={latestVote} />}
      {older > 0 && <details className="disclosure"><summary>{t('questions.older', { count: older })}</summary><div className="stack">
        {shownRounds.slice(1).map(round => <IdeaRoundPanel key={round.roundId} round={round} />)}
        {shownVotes.slice(1).map(vote => <VotePanel key={vote.voteId} vote={vote} />)}
      </div></details>}
    </>
  )
}
