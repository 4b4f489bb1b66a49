import { useRef, useState } from 'react'
import { mayFacilitate } from '../../model/session'
import type { Dots } from '../../model/sessionAreas'
import type { Vote } from '../../model/areaState'
import { useWords } from '../shared/LanguageContext'
import { useSessionSetting } from './SessionContext'
import { Icon } from '../ui/Icon'
import { ProblemNotice } from '../ui/ProblemNotice'
import { useCommand } from './useCommand'
import { usePeople } from './usePeople'
import { VoteResultBars } from './VoteResultBars'

/** One vote: dots to give, how many have voted, and the result when it is shown. */
export function VotePanel({ vote }: { vote: Vote }) {
  const { t } = useWords()
  const { details } = useSessionSetting()
  const { send, error } = useCommand()
  const { name } = usePeople()
  return (
    <section className="sheet stack" aria-labelledby={`vote-${vote.voteId}`} data-testid="vote">
      <h2 id={`vote-${vote.voteId}`}>
        {vote.goalId === undefined ? vote.question : t('vote.levelOf', { goal: vote.question })}
      </h2>
      {vote.result === null && (
        <p className="quiet">{t(vote.isNamed ? 'vote.private.named' : 'vote.private.unnamed')} <span
          data-testid="vote-count">{t('vote.count', { count: vote.ballots.size })}</span></p>
      )}
      {vote.result === null && details.role === 'participant' && <OwnDots vote={vote} />}
      {vote.result !== null && <VoteResultBars vote={vote} result={vote.result} />}
      {vote.result?.ballots !== undefined && <ul className="plain quiet small">{vote.result.ballots.map(ballot => (
        <li key={ballot.participantId}>{name(ballot.participantId)}: {vote.options
          .filter(one => (ballot.dots[one.optionId] ?? 0) > 0)
          .map(one => one.text)
          .join(', ')}</li>
      ))}</ul>}
      {vote.result === null && mayFacilitate(details.role) && (
        <p><button type="button" className="button primary" onClick={() => void send({
          kind: 'revealVote', voteId: vote.voteId
        })} data-testid="vote-reveal">{t('vote.reveal')}</button></p>
      )}
      {error !== null && <ProblemNotice error={error} />}
    </section>
  )
}

/** One's ballot: what was pressed counts at once, so that pressing faster than the server answers loses no dot. */
function useBallot(vote: Vote): { dots: Dots, give: (optionId: string, more: number) => void, error: unknown } {
  const { details } = useSessionSetting()
  const { send, error } = useCommand()
  const [pressed, setPressed] = useState<Dots | null>(null)
  const latest = useRef<Dots | null>(null)
  const underWay = useRef(0)
  const told = vote.ballots.get(details.me.participantId ?? '') ?? {}
  const show = (dots: Dots | null) => {
    latest.current = dots
    setPressed(dots)
  }
  const give = (optionId: string, more: number) => {
    const before = latest.current ?? told
    const next = { ...vote.budget === 1 ? {} : before, [optionId]: Math.max(0, (before[optionId] ?? 0) + more) }
    if (given(next) > vote.budget) return
    show(next)
    underWay.current += 1
    void send({ kind: 'castVote', voteId: vote.voteId, dots: next }).then(() => {
      underWay.current -= 1
      if (underWay.current === 0) show(null)
    })
  }
  return { dots: pressed ?? told, give, error }
}

function given(dots: Dots): number {
  return Object.values(dots).reduce((sum, one) => sum + one, 0)
}

function OwnDots({ vote }: { vote: Vote }) {
  const { t } = useWords()
  const { dots, give, error } = useBallot(vote)
  const used = given(dots)
  return (
    <div className="stack-small">
      {vote.budget > 1 && <p role="status" data-testid="dots-left">{t('vote.left', { count: vote.budget - used })}</p>}
      <ul className="listing">{vote.options.map(({ optionId, text }) => {
        const own = dots[optionId] ?? 0
        return (
          <li key={optionId} className="cluster between">
            <span>{text}</span>
            {vote.budget === 1
              ? <button type="button" className="button" aria-pressed={own > 0}
                  onClick={() => give(optionId, own > 0 ? -1 : 1)} data-testid={`choose-${optionId}`}>{own > 0 && (
                    <Icon name="check" />
                  )}{t('vote.choose')}<span className="visually-hidden">: {text}</span></button>
              : <span className="cluster tight dot-buttons">
                <button type="button" className="button icon" disabled={own === 0}
                  aria-label={t('vote.fewer', { option: text })} onClick={() => give(optionId, -1)}>−</button>
                <output aria-label={t('vote.given', { count: own, option: text })}>{own}</output>
                <button type="button" className="button icon" disabled={used >= vote.budget}
                  aria-label={t('vote.more', { option: text })} onClick={() => give(optionId, 1)}
                  data-testid={`dot-${optionId}`}><Icon name="plus" /></button>
              </span>}
          </li>
        )
      })}</ul>
      {error !== null && <ProblemNotice error={error} />}
    </div>
  )
}
