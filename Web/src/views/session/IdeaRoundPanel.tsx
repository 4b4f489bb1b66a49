import type { FormEvent } from 'react'
import { mayFacilitate } from '../../model/session'
import type { Idea } from '../../model/sessionAreas'
import type { IdeaRound } from '../../model/areaState'
import { useWords } from '../shared/LanguageContext'
import { useDraft } from './useDraft'
import { useSession, useSessionSetting } from './SessionContext'
import { ProblemNotice } from '../ui/ProblemNotice'
import { TextInput } from '../ui/TextInput'
import { IdeaBoard } from './IdeaBoard'
import { newId, useCommand } from './useCommand'

/** One question: first everybody's own ideas, then all of them, under headings. An older one is only looked at. */
export function IdeaRoundPanel({ round, isOlder = false }: { round: IdeaRound, isOlder?: boolean }) {
  const { t } = useWords()
  const { details } = useSessionSetting()
  const { send, error } = useCommand()
  return (
    <section className="sheet stack" aria-labelledby={`round-${round.roundId}`} data-testid="idea-round">
      <h2 id={`round-${round.roundId}`}>{round.question}</h2>
      {!round.revealed && <p className="quiet">{t(round.isNamed
        ? 'ideas.private.named'
        : 'ideas.private.unnamed')} {t('ideas.count', { count: round.ideas.size })}</p>}
      {details.role === 'participant' && !isOlder && <OwnIdeas round={round} />}
      {round.revealed && <IdeaBoard round={round} />}
      {!round.revealed && mayFacilitate(details.role) && (
        <p><button type="button" className="button primary" onClick={() => void send({
          kind: 'revealIdeas', roundId: round.roundId
        })} data-testid="ideas-reveal">{t('ideas.reveal')}</button></p>
      )}
      {error !== null && <ProblemNotice error={error} />}
    </section>
  )
}

/** What somebody is in the middle of stays also when the answers are shown or the session ends. */
function OwnIdeas({ round }: { round: IdeaRound }) {
  const { t } = useWords()
  const { details, view } = useSession()
  const { send, error } = useCommand()
  const [text, setText] = useDraft({
    name: `idea/${round.roundId}`, label: t('drafts.idea', { question: round.question })
  })
  const isLate = round.revealed || view.state.ended
  const own = [...round.ideas.values()].filter(idea =>
    idea.participantId !== undefined && idea.participantId === details.me.participantId)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!isLate && text.trim() !== ''
      && await send({ kind: 'writeIdea', roundId: round.roundId, ideaId: newId('i-'), text: text.trim() })) setText('')
  }
  const takeBack = (idea: Idea) =>
    void send({ kind: 'writeIdea', roundId: round.roundId, ideaId: idea.ideaId, text: '' })
  if (round.revealed && text.trim() === '') return null
  return (
    <div className="stack">
      {own.length > 0 && !round.revealed && <ul className="listing" aria-label={t('ideas.own')}
        data-testid="own-ideas">{own.map(idea => (
        <li key={idea.ideaId} className="cluster between"><span>{idea.text}</span>
          <button type="button" className="button quiet slim" aria-label={t('ideas.takeBackNamed', { text: idea.text })}
            onClick={() => takeBack(idea)}>{t('ideas.takeBack')}</button></li>
      ))}</ul>}
      {isLate && text.trim() !== '' && <p className="hint" role="status" data-testid="idea-late">{t('ideas.late')}</p>}
      {(!isLate || text.trim() !== '') && <form className="cluster form-line" onSubmit={event => void submit(event)}>
        <TextInput label={t('ideas.write')} value={text} onChange={setText} limit="idea" autoComplete="off"
          data-testid="idea-text" />
        {!isLate && <button type="submit" className="button primary" disabled={text.trim() === ''}
          data-testid="idea-submit">{t('ideas.add')}</button>}
      </form>}
      {error !== null && <ProblemNotice error={error} />}
    </div>
  )
}
