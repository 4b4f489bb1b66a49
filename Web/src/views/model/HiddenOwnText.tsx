import { isShown } from '../../model/fieldDefinition'
import { isEmpty } from '../../model/missing'
import { useSignal } from '../shared/useSignal'
import { useWords } from '../shared/LanguageContext'
import { useSessionSetting } from '../session/SessionContext'
import { useModelEditing } from './ModelContext'

/** The level changed while one wrote: what one wrote is in the model, in a field that it does not show. */
export function HiddenOwnText() {
  const { t, own, language } = useWords()
  const { definitions } = useSessionSetting()
  const { document, level } = useModelEditing()
  const hidden = useSignal(document.changed, () => definitions.fields
    .filter(field => document.ownFields.has(field.id) && !isShown(field, level) && !isEmpty(document.doc, field))
    .map(field => own(field.label)).join('\n'))
  if (hidden === '') return null
  const fields = new Intl.ListFormat(language, { type: 'conjunction' }).format(hidden.split('\n'))
  return <p className="notice" role="status" data-testid="hidden-own-text">{t('unsent.hidden', { fields })}</p>
}
