import { useState, type FormEvent } from 'react'
import { lineFault } from '../../model/lineLength'
import type { Participant } from '../../model/session'
import { api } from '../../net/api'
import { useAnnounce } from '../shared/Announcer'
import { useWords } from '../shared/LanguageContext'
import { ProblemNotice } from '../ui/ProblemNotice'
import { TextInput } from '../ui/TextInput'
import { useLineFault, useLineMost } from '../ui/useLineFault'
import { useSessionSetting } from './SessionContext'

/** Whoever has the code can come as any unit: those who lead put right who somebody came as. */
export function CorrectPerson({ person }: { person: Participant }) {
  const { t } = useWords()
  const [open, setOpen] = useState(false)
  if (!open) {
    return <button type="button" className="button quiet slim no-print"
      aria-label={t('correct.named', { whom: person.displayName })} onClick={() => setOpen(true)}
      data-testid={`correct-${person.id}`}>{t('correct')}</button>
  }
  return <Form person={person} onClose={() => setOpen(false)} />
}

function Form({ person, onClose }: { person: Participant, onClose: () => void }) {
  const { t } = useWords()
  const { details, week } = useSessionSetting()
  const announce = useAnnounce()
  const [name, setName] = useState(person.displayName)
  const [work, setWork] = useState(person.function ?? '')
  const [belongs, setBelongs] = useState(person.unitId ?? person.externalId ?? '')
  const [error, setError] = useState<unknown>(null)
  const most = useLineMost()
  const [nameFault, workFault] = [
    useLineFault(name, 'join.name.missing', true), useLineFault(work, 'join.function.missing', true)
  ]
  const save = async (event: FormEvent) => {
    event.preventDefault()
    if (lineFault(name, most) !== null || lineFault(work, most) !== null) return
    setError(null)
    const outside = week.externalParties.some(one => one.id === belongs)
    try {
      await api.correctParticipant(details.id, person.id, {
        displayName: name.trim(), function: work.trim(), ...(outside ? { externalId: belongs } : { unitId: belongs })
      })
      announce(t('correct.done', { whom: name.trim() }))
      onClose()
    } catch (failure) {
      setError(failure)
    }
  }
  return (
    <form className="sheet stack-small" onSubmit={event => void save(event)} noValidate data-testid="correct-form">
      <TextInput label={t('correct.name')} value={name} onChange={setName} error={nameFault} autoFocus
        data-testid="correct-name" />
      <div className="field"><label htmlFor="correct-unit">{t('correct.unit')}</label>
        <select id="correct-unit" className="select" value={belongs} onChange={event => setBelongs(event.target.value)}
          data-testid="correct-unit">
          {[...week.units, ...week.externalParties].map(one => <option key={one.id} value={one.id}>{one.name}</option>)}
        </select></div>
      <TextInput label={t('correct.function')} value={work} onChange={setWork} error={workFault}
        data-testid="correct-function" />
      <p className="quiet small">{t('correct.text')}</p>
      {error !== null && <ProblemNotice error={error} />}
      <p className="cluster">
        <button type="submit" className="button primary" data-testid="correct-save">{t('correct.save')}</button>
        <button type="button" className="button quiet" onClick={onClose}>{t('cancel')}</button>
      </p>
    </form>
  )
}
