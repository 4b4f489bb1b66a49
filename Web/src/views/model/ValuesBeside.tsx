import type { ValuePrompt } from '../../model/fieldDefinition'
import { useWords } from '../shared/LanguageContext'
import { useSessionSetting } from '../session/SessionContext'
import { useInterpretation } from '../session/useInterpretations'

/** What the session said the values mean, beside what is agreed. */
export function ValuesBeside() {
  const { definitions } = useSessionSetting()
  return <>{definitions.values.map(value => <ValueBeside key={value.id} value={value} />)}</>
}

function ValueBeside({ value }: { value: ValuePrompt }) {
  const { own } = useWords()
  const text = useInterpretation(value.id)
  return text === '' ? null : <div className="value-beside" data-testid={`beside-${value.id}`}>
    <dt>{own(value.label)}</dt>
    <dd className="value-text">{text}</dd>
  </div>
}
