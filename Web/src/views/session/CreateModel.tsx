import { useState, type FormEvent } from 'react'
import { levels, type Level } from '../../model/level'
import { api } from '../../net/api'
import { useWords } from '../shared/LanguageContext'
import { ChoiceList } from '../ui/ChoiceList'
import { Icon } from '../ui/Icon'
import { LevelShape } from '../ui/LevelMark'
import { ProblemNotice } from '../ui/ProblemNotice'
import { TextInput } from '../ui/TextInput'
import { useSessionSetting } from './SessionContext'

/** The facilitator begins a collaboration: its name, level and the goals it contributes to. */
export function CreateModel() {
  const { t, own } = useWords()
  const { details, week, store, definitions } = useSessionSetting()
  const [open, setOpen] = useState(false)
  const [title, setTitle] = useState('')
  const [level, setLevel] = useState<Level>('coordination')
  const [goals, setGoals] = useState<string[]>([])
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (title.trim() === '') return
    setBusy(true)
    setError(null)
    try {
      const { id } = await api.createModel(details.id, { level, title: title.trim(), goalIds: goals })
      store.replaceModel(await api.model(id))
      setOpen(false)
      setTitle('')
      setGoals([])
    } catch (failure) {
      setError(failure)
    } finally {
      setBusy(false)
    }
  }
  if (!open) return <p><button type="button" className="button" onClick={() => setOpen(true)}
    data-testid="create-model"><Icon name="plus" />{t('createModel.open')}</button></p>
  const unitName = (id: string) => week.units.find(unit => unit.id === id)?.name ?? ''
  const relevant = week.goals.map(goal => ({ id: goal.id, name: goal.text, group: unitName(goal.unitId) }))
  return (
    <form className="sheet stack" onSubmit={event => void submit(event)} aria-labelledby="create-model-heading">
      <h3 id="create-model-heading">{t('createModel.title')}</h3>
      <TextInput label={t('createModel.name')} hint={t('createModel.name.hint')} value={title} onChange={setTitle}
        limit="title" autoFocus data-testid="create-model-title" />
      <fieldset className="field">
        <legend>{t('createModel.level')}</legend>
        <div className="level-choices">{levels.map(one => {
          const words = definitions.levels.find(definition => definition.id === one)
          return (
            <label key={one} className={`level-choice ${one}`}>
              <input type="radio" name="level" checked={level === one} onChange={() => setLevel(one)} />
              <span className={`level ${one}`}><LevelShape level={one} />{t(`level.${one}.short`)}</span>
              <span className="hint">{words ? own(words.description) : ''}</span>
            </label>
          )
        })}</div>
      </fieldset>
      <ChoiceList legend={t('createModel.goals')} hint={t('createModel.goals.hint')} choices={relevant} chosen={goals}
        testId="create-model-goals"
        onToggle={(id, on) => setGoals(before => on ? [...before, id] : before.filter(one => one !== id))} />
      {error !== null && <ProblemNotice error={error} focus />}
      <div className="cluster">
        <button type="submit" className="button primary" disabled={busy || title.trim() === ''}
          data-testid="create-model-submit">{t('createModel.submit')}</button>
        <button type="button" className="button quiet" onClick={() => setOpen(false)}>{t('cancel')}</button>
      </div>
    </form>
  )
}
