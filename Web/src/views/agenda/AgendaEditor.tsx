import { useRef, useState, type KeyboardEvent } from 'react'
import { agendaTimes, fixedCount, moved, nudged, removed, type AgendaChange } from '../../model/agenda'
import { minutesBehind } from '../../model/schedule'
import type { Phase } from '../../model/session'
import { useAnnounce } from '../shared/Announcer'
import { useWords } from '../shared/LanguageContext'
import { useNow } from '../shared/useNow'
import { useRowDrag } from '../rows/useRowDrag'
import { phaseTitle } from '../session/phaseWords'
import { useSession } from '../session/SessionContext'
import { newId } from '../session/useCommand'
import { Icon } from '../ui/Icon'
import { ProblemNotice } from '../ui/ProblemNotice'
import { AgendaItem } from './AgendaItem'
import { AgendaSum } from './AgendaSum'
import { AgendaTemplates } from './AgendaTemplates'
import { PhaseForm } from './PhaseForm'
import { useAgendaEdit } from './useAgendaEdit'

/** The programme as those who lead change it, before the session and while it goes on. */
export function AgendaEditor({ onClose }: { onClose: () => void }) {
  const { t, language } = useWords()
  const { details, view, store } = useSession()
  const { change, error } = useAgendaEdit()
  const announce = useAnnounce()
  const list = useRef<HTMLOListElement>(null)
  const [opened, setOpened] = useState<string | null>(null)
  const { phase, phaseEnteredAt, beganAt, ended } = view.state
  const fixed = fixedCount(phase, phaseEnteredAt)
  const now = useNow(() => store.now(), 10_000, !ended)
  const behind = minutesBehind(details.phases, phase, beganAt, phaseEnteredAt, now) ?? 0
  const times = agendaTimes(details.phases, details.startsAt, details.endsAt, behind)

  const move = async (id: string, made: AgendaChange) => {
    const control = document.activeElement?.id
    if (!await change(made)) return
    const place = store.view.state.agenda?.phases.findIndex(one => one.id === id) ?? -1
    announce(t('rows.moved', { position: place + 1, all: details.phases.length }))
    refocus(control, id)
  }
  const drag = useRowDrag(list, details.phases.slice(fixed).map(one => one.id), (id, to) =>
    void move(id, moved(id, to + fixed, fixed)))
  const pressed = (event: KeyboardEvent, one: Phase, index: number) => {
    if (!event.altKey || index < fixed || event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return
    event.preventDefault()
    void move(one.id, nudged(one.id, event.key === 'ArrowUp' ? -1 : 1, fixed))
  }
  const remove = async (one: Phase, index: number) => {
    if (!await change(removed(one.id))) return
    announce(t('agendaEdit.removed', { phase: phaseTitle(one, language) }))
    const neighbour = details.phases[index + 1] ?? details.phases[index - 1]
    document.getElementById(neighbour ? `agenda-open-${neighbour.id}` : 'agenda-add')?.focus()
  }
  return (
    <section className="sheet stack no-print" aria-labelledby="agenda-edit-heading" data-testid="agenda-editor">
      <div className="cluster between"><h2 id="agenda-edit-heading" tabIndex={-1}>{t('agendaEdit.title')}</h2>
        <button type="button" className="button" onClick={onClose} data-testid="agenda-close">
          {t('agendaEdit.close')}
        </button></div>
      <p className="quiet small">{t('agendaEdit.text')}</p>
      <AgendaSum times={times} />
      {error !== null && opened === null && <ProblemNotice error={error} focus />}
      <ol ref={list} className="agenda-items">{details.phases.map((one, index) => (
        <li key={one.id} {...index >= fixed ? { 'data-row': one.id } : {}}
          onKeyDown={event => pressed(event, one, index)} data-testid={`agenda-item-${one.id}`}
          className={`agenda-item ${index < fixed
            ? 'begun'
            : ''} ${drag.over === one.id ? `drop-${drag.side}` : ''} ${drag.dragged === one.id ? 'dragged' : ''}`}>
          {opened === one.id
            ? <PhaseForm phase={one} change={change} error={error}
                onDone={() => { setOpened(null); focusLater(`agenda-open-${one.id}`) }} />
            : <AgendaItem phase={one} index={index} count={details.phases.length} fixed={fixed}
                isNow={index === phase && fixed > 0} start={times.starts[index] ?? null}
                onGrip={event => drag.start(event, one.id)} onOpen={() => setOpened(one.id)}
                onRemove={() => void remove(one, index)}
                onNudge={by => void move(one.id, nudged(one.id, by, fixed))} />}
        </li>
      ))}</ol>
      {opened === 'new'
        ? <PhaseForm phase={null} change={change} error={error} newId={() => newId('f')}
            onDone={() => { setOpened(null); focusLater('agenda-add') }} />
        : <p className="cluster">
            <button type="button" id="agenda-add" className="button" onClick={() => setOpened('new')}
              data-testid="agenda-add"><Icon name="plus" />{t('agendaEdit.add')}</button>
          </p>}
      <AgendaTemplates fixed={fixed} change={change} newId={() => newId('f')} />
    </section>
  )
}

/** The same control on the phase that was moved; at the end of the list, the one that still can be pressed. */
function refocus(control: string | undefined, id: string): void {
  if (control === undefined || !control.endsWith(`-${id}`)) return
  requestAnimationFrame(() => {
    const same = document.getElementById(control)
    const other = document.getElementById(control.startsWith('agenda-up') ? `agenda-down-${id}` : `agenda-up-${id}`)
    for (const one of [same, other]) if (one instanceof HTMLButtonElement && !one.disabled) return one.focus()
  })
}

function focusLater(id: string): void {
  requestAnimationFrame(() => document.getElementById(id)?.focus())
}


