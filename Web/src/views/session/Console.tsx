import { useState, type FormEvent } from 'react'
import { useWords } from '../shared/LanguageContext'
import { useDraft } from './useDraft'
import { useSession } from './SessionContext'
import { ProblemNotice } from '../ui/ProblemNotice'
import { TextInput } from '../ui/TextInput'
import { GroupsTool } from './GroupsTool'
import { IdeasTool } from './IdeasTool'
import { useCommand } from './useCommand'
import { VoteTool } from './VoteTool'

const tools = ['gather', 'groups', 'ideas', 'vote'] as const

/** What the facilitator starts: one tool open at a time, none of them deeper than one press. */
export function Console() {
  const { t } = useWords()
  const { view } = useSession()
  const [tool, setTool] = useState('')
  if (view.state.ended) return null
  return (
    <section className="sheet stack no-print" aria-labelledby="console-heading" data-testid="console">
      <h2 id="console-heading">{t('console.title')}</h2>
      <div className="cluster">{tools.map(one => (
        <button key={one} type="button" className="button" aria-expanded={tool === one}
          onClick={() => setTool(tool === one ? '' : one)} data-testid={`tool-${one}`}>{t(`console.${one}`)}</button>
      ))}</div>
      {tool === 'gather' && <GatherTool />}
      {tool === 'groups' && <GroupsTool />}
      {tool === 'ideas' && <IdeasTool />}
      {tool === 'vote' && <VoteTool />}
    </section>
  )
}

/** Everybody to one place, a message to all, and every model locked or open. */
function GatherTool() {
  const { t } = useWords()
  const { view } = useSession()
  const { send, error } = useCommand()
  const [place, setPlace] = useState('')
  const [text, setText] = useDraft({ name: 'say', label: t('drafts.say') })
  const where = place === '' ? {} : { modelId: place }
  const say = (event: FormEvent) => {
    event.preventDefault()
    void send({ kind: 'sayToAll', text: text.trim() }).then(accepted => { if (accepted) setText('') })
  }
  const lockAll = (locked: boolean) => {
    for (const model of view.models) {
      if (model.locked !== locked) void send({ kind: locked ? 'lockModel' : 'unlockModel', modelId: model.id })
    }
  }
  return (
    <div className="stack">
      <div className="cluster form-line">
        <div className="field"><label htmlFor="gather-place">{t('gather.place')}</label>
          <select id="gather-place" className="select" value={place} onChange={event => setPlace(event.target.value)}
            data-testid="gather-place">
            <option value="">{t('callBanner.sessionPage')}</option>
            {view.models.map(model => (
              <option key={model.id} value={model.id}>{model.title || t('model.untitled')}</option>
            ))}
          </select></div>
        <button type="button" className="button" onClick={() => void send({
          kind: 'callTogether', mode: 'summon', ...where
        })} data-testid="summon">{t('gather.summon')}</button>
        <button type="button" className="button" onClick={() => void send({
          kind: 'callTogether', mode: 'takeAlong', ...where
        })} data-testid="take-along">{t('gather.takeAlong')}</button>
      </div>
      <form className="cluster form-line" onSubmit={say}>
        <TextInput label={t('gather.say')} value={text} onChange={setText} limit="note" data-testid="say-text" />
        <button type="submit" className="button" data-testid="say-submit">
          {t(text.trim() === '' ? 'gather.unsay' : 'gather.saySubmit')}
        </button>
      </form>
      {view.models.length > 0 && <div className="cluster">
        <button type="button" className="button" onClick={() => lockAll(true)} data-testid="lock-all">
          {t('gather.lockAll')}
        </button>
        <button type="button" className="button" onClick={() => lockAll(false)} data-testid="unlock-all">
          {t('gather.unlockAll')}
        </button>
      </div>}
      {error !== null && <ProblemNotice error={error} focus />}
    </div>
  )
}
