import { useState, type FormEvent } from 'react'
import { formatDate } from '../../model/dates'
import type { Week } from '../../model/week'
import { api, type WeekPatch } from '../../net/api'
import { useWords } from '../app/LanguageContext'
import { DateInput } from '../ui/DateInput'
import { ProblemNotice } from '../ui/ProblemNotice'
import { TextInput } from '../ui/TextInput'

/** What the week is made from: the units' goals, and more units and citizen groups. */
export function ReferenceData({ week, onChanged }: { week: Week, onChanged: () => void }) {
  const { t, language } = useWords()
  const unitName = (id: string) => week.units.find(unit => unit.id === id)?.name ?? id
  return (
    <section aria-labelledby="reference-heading" className="stack no-print">
      <h2 id="reference-heading">{t('reference.title')}</h2>
      {week.goals.length === 0 ? <div className="empty"><strong>{t('reference.noGoals')}</strong><p>{t('reference.noGoals.text')}</p></div> : (
        <ul className="goals" data-testid="goals">{week.goals.map(goal => (
          <li key={goal.id}><span>{goal.text}</span><span className="quiet small">{[unitName(goal.unitId), goal.deadline ? t('goal.deadline', { date: formatDate(goal.deadline, language) }) : ''].filter(Boolean).join(' · ')}</span></li>
        ))}</ul>
      )}
      <AddGoal week={week} onChanged={onChanged} />
      <AddName label={t('reference.unit')} button={t('reference.addUnit')} testId="add-unit" save={name => ({ units: [{ name, leaderFunction: t('createWeek.leader.default') }] })} week={week} onChanged={onChanged} />
      <AddName label={t('coverage.group')} button={t('reference.addGroup')} testId="add-group" save={name => ({ citizenGroups: [{ name }] })} week={week} onChanged={onChanged} />
    </section>
  )
}

function AddGoal({ week, onChanged }: { week: Week, onChanged: () => void }) {
  const { t } = useWords()
  const [unit, setUnit] = useState(week.units[0]?.id ?? '')
  const [group, setGroup] = useState('')
  const [text, setText] = useState('')
  const [deadline, setDeadline] = useState('')
  const [error, setError] = useState<unknown>(null)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setError(null)
    try {
      await api.changeWeek(week.id, { goals: [{ unitId: unit, text: text.trim(), objectiveIds: [], ...(group !== '' ? { citizenGroupId: group } : {}), ...(deadline !== '' ? { deadline } : {}) }] })
      setText('')
      onChanged()
    } catch (failure) {
      setError(failure)
    }
  }
  return (
    <details className="disclosure">
      <summary data-testid="add-goal-open">{t('reference.addGoal')}</summary>
      <form className="sheet stack" onSubmit={event => void submit(event)}>
        <div className="field"><label htmlFor="goal-text">{t('reference.goal')}</label>
          <textarea id="goal-text" className="input" rows={2} value={text} maxLength={2000} onChange={event => setText(event.target.value)} data-testid="goal-text" /></div>
        <div className="form-grid">
          <div className="field"><label htmlFor="goal-unit">{t('unit')}</label>
            <select id="goal-unit" className="select" value={unit} onChange={event => setUnit(event.target.value)}>{week.units.map(one => <option key={one.id} value={one.id}>{one.name}</option>)}</select></div>
          <div className="field"><label htmlFor="goal-group">{t('coverage.group')}</label>
            <select id="goal-group" className="select" value={group} onChange={event => setGroup(event.target.value)}><option value="">{t('choose')}</option>{week.citizenGroups.map(one => <option key={one.id} value={one.id}>{one.name}</option>)}</select></div>
          <DateInput label={t('reference.deadline')} value={deadline} onChange={setDeadline} />
        </div>
        {error !== null && <ProblemNotice error={error} />}
        <p><button type="submit" className="button" disabled={text.trim() === '' || unit === ''} data-testid="goal-submit">{t('reference.addGoal')}</button></p>
      </form>
    </details>
  )
}

interface AddNameProperties { label: string, button: string, testId: string, week: Week, save: (name: string) => WeekPatch, onChanged: () => void }

function AddName({ label, button, testId, week, save, onChanged }: AddNameProperties) {
  const [name, setName] = useState('')
  const [error, setError] = useState<unknown>(null)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setError(null)
    try {
      await api.changeWeek(week.id, save(name.trim()))
      setName('')
      onChanged()
    } catch (failure) {
      setError(failure)
    }
  }
  return (
    <details className="disclosure">
      <summary>{button}</summary>
      <form className="sheet stack" onSubmit={event => void submit(event)}>
        <TextInput label={label} value={name} onChange={setName} maxLength={300} data-testid={testId} />
        {error !== null && <ProblemNotice error={error} />}
        <p><button type="submit" className="button" disabled={name.trim() === ''}>{button}</button></p>
      </form>
    </details>
  )
}
