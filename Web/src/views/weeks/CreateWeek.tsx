import { useState, type FormEvent } from 'react'
import { api } from '../../net/api'
import { useWords } from '../shared/LanguageContext'
import { paths } from '../shared/routes'
import { navigate } from '../shared/useRoute'
import { DateInput } from '../ui/DateInput'
import { Icon } from '../ui/Icon'
import { ProblemNotice } from '../ui/ProblemNotice'
import { TextInput } from '../ui/TextInput'

interface UnitDraft { name: string, leaderFunction: string }

const emptyUnit: UnitDraft = { name: '', leaderFunction: '' }

/** A new week: name, dates, the units that take part and the citizens they share. Goals are added on its page. */
export function CreateWeek() {
  const { t } = useWords()
  const [open, setOpen] = useState(false)
  const [title, setTitle] = useState('')
  const [municipality, setMunicipality] = useState('')
  const [start, setStart] = useState('')
  const [end, setEnd] = useState('')
  const [units, setUnits] = useState<UnitDraft[]>([emptyUnit, emptyUnit])
  const [groups, setGroups] = useState<string[]>([''])
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const named = units.filter(unit => unit.name.trim() !== '')
  const complete = title.trim() !== '' && municipality.trim() !== '' && start !== '' && end !== '' && end >= start
    && named.length > 0

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!complete) return
    setBusy(true)
    setError(null)
    try {
      const { id } = await api.createWeek({
        title: title.trim(), municipality: { name: municipality.trim() }, start, end,
        units: named.map(unit => ({
          name: unit.name.trim(), leaderFunction: unit.leaderFunction.trim() || t('createWeek.leader.default')
        })),
        citizenGroups: groups.filter(name => name.trim() !== '').map(name => ({ name: name.trim() })),
      })
      navigate(paths.week(id))
    } catch (failure) {
      setError(failure)
      setBusy(false)
    }
  }
  const setUnit = (index: number, change: Partial<UnitDraft>) =>
    setUnits(before => before.map((unit, position) => position === index ? { ...unit, ...change } : unit))
  if (!open) return <p><button type="button" className="button" onClick={() => setOpen(true)}
    data-testid="create-week"><Icon name="plus" />{t('createWeek.open')}</button></p>
  return (
    <form className="sheet stack-large" onSubmit={event => void submit(event)} aria-labelledby="create-week-heading">
      <h2 id="create-week-heading">{t('createWeek.open')}</h2>
      <div className="stack">
        <TextInput label={t('createWeek.title')} hint={t('createWeek.title.hint')} value={title} onChange={setTitle}
          limit="name" autoFocus data-testid="week-title" />
        <TextInput label={t('createWeek.municipality')} value={municipality} onChange={setMunicipality} limit="name"
          data-testid="week-municipality" />
        <div className="two-columns">
          <DateInput label={t('createWeek.start')} value={start} onChange={setStart} testId="week-start" />
          <DateInput label={t('createWeek.end')} value={end} onChange={setEnd} testId="week-end"
            invalid={end !== '' && end < start} />
        </div>
        {end !== '' && end < start && <p className="error-text" role="alert">{t('date.backwards')}</p>}
      </div>
      <fieldset className="stack">
        <legend>{t('createWeek.units')}</legend>
        {units.map((unit, index) => (
          <div key={index} className="two-columns">
            <TextInput label={t('createWeek.unit', { number: index + 1 })} value={unit.name}
              onChange={name => setUnit(index, { name })} limit="name" data-testid="week-unit" />
            <TextInput label={t('createWeek.leader')} value={unit.leaderFunction}
              onChange={leaderFunction => setUnit(index, { leaderFunction })} limit="line"
              placeholder={t('createWeek.leader.default')} data-testid="week-leader" />
          </div>
        ))}
        <p><button type="button" className="button quiet" onClick={() => setUnits(before => [...before, emptyUnit])}>
          <Icon name="plus" />
          {t('createWeek.addUnit')}
        </button></p>
      </fieldset>
      <fieldset className="stack">
        <legend>{t('createWeek.groups')}</legend>
        {groups.map((name, index) => (
          <TextInput key={index} label={t('createWeek.group', { number: index + 1 })} value={name} limit="name"
            data-testid="week-group"
            onChange={next => setGroups(before => before.map((one, position) => position === index ? next : one))} />
        ))}
        <p>
          <button type="button" className="button quiet" onClick={() => setGroups(before => [...before, ''])}>
            <Icon name="plus" />{t('createWeek.addGroup')}
          </button>
        </p>
      </fieldset>
      {error !== null && <ProblemNotice error={error} focus />}
      <div className="cluster">
        <button type="submit" className="button primary" disabled={busy || !complete} data-testid="week-submit">
          {t('createWeek.submit')}
        </button>
        <button type="button" className="button quiet" onClick={() => setOpen(false)}>{t('cancel')}</button>
      </div>
    </form>
  )
}
