import { useId, type FormEvent } from 'react'
import { isAsked, itemsOf, nameOf, referencesIn, type PlanField, type PlanSection } from '../../model/goalPlan'
import { useWords } from '../shared/LanguageContext'
import { DateInput } from '../ui/DateInput'
import { usePlan } from './PlanContext'
import type { ItemDraft } from './useItemDrafts'
import { PersonalNumberHint } from '../ui/PersonalNumberHint'

interface Properties {
  section: PlanSection
  draft: ItemDraft
  onWrite: (field: string, text: string) => void
  onSave: () => void
  onCancel: () => void
  /** What saving does, where it isn't just that. */
  saveLabel?: string
  cancelLabel?: string
}

/** Every line of an item, to write in. */
export function PlanItemForm({ section, draft, onWrite, onSave, onCancel, saveLabel, cancelLabel }: Properties) {
  const { t } = useWords()
  const { busy, view } = usePlan()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSave()
  }
  return (
    <form className="sheet stack plan-form no-print" onSubmit={submit} data-testid="plan-form">
      {section.fields.filter(field => isAsked(field, view.profile.id) || draft.texts[field.id]).map((field, index) => (
        <FormLine key={field.id} field={field} text={draft.texts[field.id] ?? ''} isFirst={index === 0}
          onChange={text => onWrite(field.id, text)} />
      ))}
      <div className="cluster">
        <button type="submit" className="button primary" disabled={busy} data-testid="plan-form-save">
          {saveLabel ?? t('plan.save')}
        </button>
        <button type="button" className="button" onClick={onCancel} data-testid="plan-form-cancel">
          {cancelLabel ?? t('cancel')}
        </button>
      </div>
    </form>
  )
}

function FormLine({ field, text, isFirst, onChange }: {
  field: PlanField, text: string, isFirst: boolean, onChange: (text: string) => void
}) {
  const { own } = useWords()
  const label = own(field.label)
  const id = useId()
  const testId = `plan-field-${field.id}`
  if (field.kind === 'date') return <DateInput label={label} value={text} onChange={onChange} testId={testId} />
  if (field.kind === 'choice') {
    return <ChoiceLine field={field} label={label} text={text} onChange={onChange} testId={testId} />
  }
  if (field.kind === 'references') {
    return <ReferenceChoices field={field} label={label} text={text} onChange={onChange} />
  }
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {field.kind === 'longText'
        ? <textarea id={id} className="input" rows={3} value={text} autoFocus={isFirst}
            onChange={event => onChange(event.target.value)} data-testid={testId} />
        : <input id={id} className="input" inputMode={field.kind === 'amount' ? 'decimal' : 'text'} value={text}
            autoFocus={isFirst} onChange={event => onChange(event.target.value)} data-testid={testId} />}
      <PersonalNumberHint text={text} />
    </div>
  )
}

function ChoiceLine({ field, label, text, onChange, testId }: {
  field: PlanField, label: string, text: string, onChange: (text: string) => void, testId: string
}) {
  const { t, own } = useWords()
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} className="input" value={text} onChange={event => onChange(event.target.value)}
        data-testid={testId}>
        <option value="">{t('choose')}</option>
        {field.choices.map(choice => <option key={choice.id} value={choice.id}>{own(choice.label)}</option>)}
      </select>
    </div>
  )
}

/** What the plan has to refer to, and what is referred to already. */
function ReferenceChoices({ field, label, text, onChange }: {
  field: PlanField, label: string, text: string, onChange: (text: string) => void
}) {
  const { t } = useWords()
  const { view } = usePlan()
  const chosen = referencesIn(text)
  const own = itemsOf(view.plan, field.refersTo ?? field.id).map(item =>
    item.head.sourceId !== undefined && chosen.includes(item.head.sourceId) ? item.head.sourceId : item.id)
  const options = [...new Set([...own, ...chosen])]
  const toggle = (id: string) =>
    onChange((chosen.includes(id) ? chosen.filter(one => one !== id) : [...chosen, id]).join(' '))
  return (
    <fieldset className="field">
      <legend>{label}</legend>
      {options.length === 0
        ? <p className="hint">{t('choices.none')}</p>
        : <div className="choice-list">{options.map(id => (
          <label key={id} className="choice"><input type="checkbox" checked={chosen.includes(id)}
            onChange={() => toggle(id)} /><span>{nameOf(view, id)}</span></label>
        ))}</div>}
    </fieldset>
  )
}
