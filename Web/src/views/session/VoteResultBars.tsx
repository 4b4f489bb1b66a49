import type { VoteResult } from '../../model/sessionAreas'
import type { Vote } from '../../model/areaState'
import { useWords } from '../shared/LanguageContext'

/** A result as bars with their numbers beside them; most first, except levels, which have an order of their own. */
export function VoteResultBars({ vote, result }: { vote: Vote, result: VoteResult }) {
  const { t } = useWords()
  const dots = (id: string): number => result.tallies[id] ?? 0
  const most = Math.max(1, ...vote.options.map(one => dots(one.optionId)))
  const options = vote.goalId === undefined
    ? [...vote.options].sort((a, b) => dots(b.optionId) - dots(a.optionId))
    : vote.options
  return (
    <div className="stack-small">
      <ul className="bars" data-testid="vote-result">{options.map(({ optionId, text }) => (
        <li key={optionId} className={vote.goalId === undefined ? '' : `level-bar ${optionId}`}>
          <span className="bar-text">{text}</span>
          <svg className="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
            <rect width={dots(optionId) / most * 100} height="10" fill="currentColor" />
          </svg>
          <strong>{dots(optionId)}</strong>
        </li>
      ))}</ul>
      <p className="quiet small">{t('vote.voters', { count: result.voters })}</p>
    </div>
  )
}
