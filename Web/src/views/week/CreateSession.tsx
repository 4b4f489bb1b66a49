import { useEffect, useState, type FormEvent } from 'react'
import { minutesOf } from '../../model/agenda'
import type { Week } from '../../model/week'
import { api } from '../../net/api'
import { useWords } from '../shared/LanguageContext'
import { paths } from '../shared/routes'
import { useLoad } from '../shared/useLoad'
import { navigate } from '../shared/useRoute'
import { DateInput } from '../ui/DateInput'
import { Icon } from '../ui/Icon'
import { ProblemNotice } from '../ui/ProblemNotice'
import { TextInput } from '../ui/TextInput'
import { TimeInput } from '../ui/TimeInput'

/** A session is formed by citizen group, on a day, with an agenda from a template. */
export function CreateSession({ week, onCreated }: { week: Week, onCreated: () => void }) {
  const { t } = useWords()
  const [open, setOpen] = useState(false)
  if (!open) return <p className="no-print"><button type="button" className="button" onClick={() => setOpen(true)}
    data-testid="create-session"><Icon name="plus" />{t('createSession.open')}</button></p>
  return <SessionForm week={week} onCreated={onCreated} onClose={() => setOpen(false)} />
}

function SessionForm({ week, onCreated, onClose }: { week: Week, onCreated: () => void, onClose: () => void }) {
  const { t, language } = useWords()
  const agendas = useLoad('agendas', api.agendas)
  const [title, setTitle] = useState('')
  const [date, setDate] = useState(week.start ?? '')
  const [startsAt, setStartsAt] = useState('09:00')
  const [endsAt, setEndsAt] = useState('12:00')
  const [group, setGroup] = useState(week.citizenGroups[0]?.id ?? '')
  const [place, setPlace] = useState('')
  const [agenda, setAgenda] = useState('')
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  useEffect(() => { if (agenda === '' && agendas.value?.[0]) setAgenda(agendas.value[0].id) }, [agendas.value, agenda])
  const template = agendas.value?.find(one => one.id === agenda)
  const minutes = template?.phases.reduce((sum, phase) => sum + phase.minutes, 0) ?? 0
  const room = (minutesOf(endsAt) ?? 0) - (minutesOf(startsAt) ?? 0)

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    setError(null)
    try {
      const { id } = await api.createSession(week.id, {
        title: title.trim(), date, startsAt, endsAt, ...(group !== '' ? { citizenGroupId: group } : {}),
        ...(agenda !== '' ? { agenda } : {}), ...(place.trim() !== '' ? { room: place.trim() } : {}),
      })
      onCreated()
      navigate(paths.session(id))
    } catch (failure) {
      setError(failure)
      setBusy(false)
    }
  }
  return (
    <form className="sheet stack" onSubmit={event => void submit(event)} aria-labelledby="create-session-heading">
      <h3 id="create-session-heading">{t('createSession.open')}</h3>
      <TextInput label={t('createSession.title')} value={title} onChange={setTitle} limit="title" autoFocus
        data-testid="session-title" />
      <div className="form-grid">
        <DateInput label={t('createSession.date')} value={date} onChange={setDate} testId="session-date" />
        <TimeInput label={t('createSession.start')} value={startsAt} onChange={setStartsAt} testId="session-start" />
        <TimeInput label={t('createSession.end')} value={endsAt} onChange={setEndsAt} testId="session-end-time" />
        <TextInput label={t('createSession.room')} value={place} onChange={setPlace} limit="name"
          data-testid="session-room" />
      </div>
      <div className="two-columns">
        <div className="field"><label htmlFor="session-group">{t('coverage.group')}</label>
          <select id="session-group" className="select" value={group} onChange={event => setGroup(event.target.value)}
            data-testid="session-group">
            <option value="">{t('createSession.noGroup')}</option>
            {week.citizenGroups.map(one => <option key={one.id} value={one.id}>{one.name}</option>)}
          </select></div>
        <div className="field"><label htmlFor="session-agenda">{t('createSession.agenda')}</label>
          <select id="session-agenda" className="select" value={agenda}
            onChange={event => setAgenda(event.target.value)} data-testid="session-agenda">
            {(agendas.value ?? []).map(one => (
              <option key={one.id} value={one.id}>{language === 'en' ? one.titleEn : one.titleDa}</option>
            ))}
          </select></div>
      </div>
      {template && <p className="hint">
        {t('createSession.minutes', { count: template.phases.length, minutes })}
        {room > 0 && minutes > room ? ` ${t('createSession.tooLong', { minutes: minutes - room })}` : ''}
      </p>}
      {error !== null && <ProblemNotice error={error} focus />}
      <div className="cluster">
        <button type="submit" className="button primary" disabled={busy || title.trim() === '' || date === ''}
          data-testid="session-submit">{t('createSession.submit')}</button>
        <button type="button" className="button quiet" onClick={onClose}>{t('cancel')}</button>
      </div>
    </form>
  )
}
