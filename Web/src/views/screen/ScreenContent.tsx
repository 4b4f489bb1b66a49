import type { IdeaRound, Vote } from '../../model/areaState'
import { compareDanish } from '../../model/danish'
import { useWords } from '../shared/LanguageContext'
import { ModelState } from '../session/ModelCard'
import { phaseQuestion } from '../session/phaseWords'
import { useSession } from '../session/SessionContext'
import { usePeople } from '../session/usePeople'
import { VoteResultBars } from '../session/VoteResultBars'
import { LevelMark } from '../ui/LevelMark'

/**
 * The one thing that everybody looks at now: at the end what was agreed; before it groups, what is asked, what was
 * shown last in this phase, or the phase's question.
 */
export function ScreenContent() {
  const { language } = useWords()
  const { details, view } = useSession()
  const { groups, rounds, votes, shown } = view.state.areas
  const round = [...rounds.values()].reverse().find(one => !one.revealed)
  const vote = [...votes.values()].reverse().find(one => one.result === null)
  const latest = shown !== null && shown.at >= (view.state.phaseEnteredAt ?? 0) ? shown : null
  const shownRound = latest?.kind === 'round' ? rounds.get(latest.id) : undefined
  const shownVote = latest?.kind === 'vote' ? votes.get(latest.id) : undefined
  if (view.state.ended) return <Agreed />
  if (round) return <OpenRound round={round} />
  if (vote) return <OpenVote vote={vote} />
  if (groups.length > 0) return <Groups />
  if (shownVote?.result) {
    return <><VoteTitle vote={shownVote} /><VoteResultBars vote={shownVote} result={shownVote.result} /></>
  }
  if (shownRound) return <ShownIdeas round={shownRound} />
  const phase = details.phases[view.state.phase]
  return phase ? <p className="screen-question">{phaseQuestion(phase, language)}</p> : null
}

/** At the end: what was agreed on. */
function Agreed() {
  const { t } = useWords()
  const { view } = useSession()
  return (
    <ul className="screen-list screen-small" data-testid="screen-agreed">{view.models.map(model => (
      <li key={model.id}>
        {model.title || t('model.untitled')} <LevelMark level={model.level} /> <ModelState model={model} />
      </li>
    ))}</ul>
  )
}

function VoteTitle({ vote }: { vote: Vote }) {
  const { t } = useWords()
  return <p className="screen-question">
    {vote.goalId === undefined ? vote.question : t('vote.levelOf', { goal: vote.question })}
  </p>
}

function OpenRound({ round }: { round: IdeaRound }) {
  const { t } = useWords()
  return <>
    <p className="screen-question">{round.question}</p>
    <p className="screen-small">{t('ideas.count', { count: round.ideas.size })}</p>
  </>
}

function OpenVote({ vote }: { vote: Vote }) {
  const { t } = useWords()
  return (
    <>
      <VoteTitle vote={vote} />
      <ul className="screen-list screen-small">{vote.options.map(one => <li key={one.optionId}>{one.text}</li>)}</ul>
      <p className="screen-small">{t('vote.count', { count: vote.ballots.size })}</p>
    </>
  )
}

function Groups() {
  const { view } = useSession()
  const { name } = usePeople()
  const { groups, calling } = view.state.areas
  return (
    <ul className="screen-groups" data-testid="screen-groups">{groups.map(group => (
      <li key={group.groupId} className={calling.includes(group.groupId) ? 'calling' : ''}>
        <h2 className="screen-small">{group.name}</h2>
        <p className="screen-small quiet">{view.models.find(one => one.id === group.modelId)?.title ?? ''}</p>
        <p className="screen-small">{group.members.map(name).filter(Boolean).sort(compareDanish).join(', ')}</p>
      </li>
    ))}</ul>
  )
}

function ShownIdeas({ round }: { round: IdeaRound }) {
  const { t } = useWords()
  const ideas = [...round.ideas.values()]
  const headings = [...new Set(ideas.flatMap(idea => idea.heading ?? []))].sort(compareDanish)
  return (
    <>
      <p className="screen-question">{round.question}</p>
      <div className="screen-groups">{[...headings, ''].map(heading => {
        const under = ideas.filter(idea => (idea.heading ?? '') === heading)
        if (under.length === 0) return null
        return <div key={heading}>
          {headings.length > 0 && <h2 className="screen-small">{heading === '' ? t('ideas.unsorted') : heading}</h2>}
            <ul className="screen-list screen-small">{under.map(idea => <li key={idea.ideaId}>{idea.text}</li>)}</ul>
        </div>
      })}</div>
    </>
  )
}
