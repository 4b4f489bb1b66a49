import { hasPersonalNumber } from '../../model/personalNumber'
import { useWords } from '../shared/LanguageContext'

/** Says gently, where it is written, that a text holds what looks like a CPR number; nothing is refused. */
export function PersonalNumberHint({ text }: { text: string }) {
  const { t } = useWords()
  return <span role="status" className="personal-number no-print">
    {hasPersonalNumber(text) && <span className="hint" data-testid="personal-number">{t('personalNumber.hint')}</span>}
  </span>
}
