import { useState } from 'react'
import { compareDanish } from '../../model/danish'
import type { Idea } from '../../model/sessionAreas'
import type { IdeaRound } from '../../model/areaState'
import { useWords } from '../shared/LanguageContext'
import { useSession } from './SessionContext'
import { ProblemNotice } from '../ui/ProblemNotice'
import { useCommand } from './useCommand'
import { usePeople } from './usePeople'

/** All ideas of a round as lists under headings: an outline, so that it reads the same by ear. */
export function IdeaBoard({ round }: { round: IdeaRound }) {
  const { t } = useWords()
  const { details, view } = useSession()
  const ideas = [...round.ideas.values()]
  const headings = [...new Set(ideas.flatMap(idea => idea.heading ?? []))].sort(compareDanish)
  const maySort = !view.state.ended && details.role !== 'observer' && details.role !== 'leader'
  return (
    <div className="idea-board" data-testid="idea-board">
      {[...headings, ''].map(heading => {
        const under = ideas.filter(idea => (idea.heading ?? '') === heading)
        return under.length === 0 ? null : (
          <div key={heading} className="stack-small">
            {(headings.length > 0 || heading !== '') && <h3>{heading === '' ? t('ideas.unsorted') : heading}</h3>}
            <ul className="listing">{under.map(idea => (
              <IdeaRow key={idea.ideaId} idea={idea} round={round} headings={headings} maySort={maySort} />
            ))}</ul>
          </div>
        )
      })}
      {ideas.length === 0 && <p className="quiet">{t('ideas.none')}</p>}
    </div>
  )
}

function IdeaRow({ idea, round, headings, maySort }: {
  idea: Idea, round: IdeaRound, headings: readonly string[], maySort: boolean
}) {
  const { t } = useWords()
  const { name } = usePeople()
  const { send, error } = useCommand()
  const [written, setWritten] = useState<string | null>(null)
  const sort = (heading: string) => {
    if (heading.trim() === (idea.heading ?? '')) return setWritten(null)
    void send({
      kind: 'sortIdea', roundId: round.roundId, ideaId: idea.ideaId,
      ...heading.trim() === '' ? {} : { heading: heading.trim() }
    }).then(accepted => { if (accepted) setWritten(null) })
  }
  const list = `headings-${round.roundId}`
  return (
    <li className="cluster between">
      <span>
        {idea.text}
        {idea.participantId !== undefined && <span className="quiet small"> · {name(idea.participantId)}</span>}
      </span>
      {maySort && <>
        <input className="input heading-input" list={list} value={written ?? idea.heading ?? ''}
          aria-label={t('ideas.headingOf', { text: idea.text })} placeholder={t('ideas.heading')}
          onChange={event => setWritten(event.target.value)} onBlur={event => sort(event.target.value)}
          onKeyDown={event => { if (event.key === 'Enter') sort(event.currentTarget.value) }}
          data-testid={`heading-${idea.ideaId}`} />
        <datalist id={list}>{headings.map(one => <option key={one} value={one} />)}</datalist>
      </>}
      {error !== null && <ProblemNotice error={error} />}
    </li>
  )
}
