import { useId, useState } from 'react'
import { inGroups, type ListedChoice } from '../../model/listedChoice'
import { useWords } from '../shared/LanguageContext'

interface Properties {
  legend: string
  hint?: string
  choices: readonly ListedChoice[]
  chosen: readonly string[]
  onToggle: (id: string, on: boolean) => void
  /** One of them, or any number. */
  single?: boolean
  readOnly?: boolean
  hideLegend?: boolean
  invalid?: boolean
  testId?: string
  sorted?: boolean
}

/** From here on a list is quicker to search than to look through. */
const searchFrom = 9

/** A list to tick in, with a search field when it is long. What is ticked is always shown. */
export function ChoiceList(
  { legend, hint, choices, chosen, onToggle, single, readOnly, hideLegend, invalid, testId, sorted = true }: Properties
) {
  const { t } = useWords()
  const name = useId()
  const [search, setSearch] = useState('')
  const needle = search.trim().toLocaleLowerCase('da')
  const ordered = sorted ? inGroups(choices) : choices
  const shown = ordered.filter(choice => needle === '' || chosen.includes(choice.id)
    || `${choice.name} ${choice.detail ?? ''}`.toLocaleLowerCase('da').includes(needle))
  const matches = shown.filter(choice =>
    needle === '' || `${choice.name} ${choice.detail ?? ''}`.toLocaleLowerCase('da').includes(needle)).length
  return (
    <fieldset className="field" data-testid={testId}>
      <legend className={hideLegend ? 'visually-hidden' : undefined}>{legend}</legend>
      {hint !== undefined && <span className="hint">{hint}</span>}
      {choices.length >= searchFrom && <input type="search" className="input" value={search}
        placeholder={t('choices.search')} aria-label={t('choices.searchIn', { list: legend })}
        onChange={event => setSearch(event.target.value)} />}
      <div className={`choice-list ${choices.length >= searchFrom ? 'long' : ''} ${invalid ? 'invalid' : ''}`}>
        {shown.map((choice, index) => (
          <div key={choice.id}>
            {choice.group !== undefined && choice.group !== '' && choice.group !== shown[index - 1]?.group && (
              <p className="choice-group">{choice.group}</p>
            )}
            <label className="choice">
              <input type={single ? 'radio' : 'checkbox'} name={name} value={choice.id} disabled={readOnly}
                checked={chosen.includes(choice.id)} onChange={event => onToggle(choice.id, event.target.checked)} />
              <span>{choice.name}{choice.detail !== undefined && choice.detail !== '' && (
                <><br /><span className="hint">{choice.detail}</span></>
              )}</span>
            </label>
          </div>
        ))}
        {matches === 0 && (
          <p className="hint choice" role="status">{needle === '' ? t('choices.none') : t('choices.noMatch')}</p>
        )}
      </div>
    </fieldset>
  )
}
