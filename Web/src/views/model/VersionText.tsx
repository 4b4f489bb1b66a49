import type * as Y from 'yjs'
import type { FieldDefinition } from '../../model/fieldDefinition'
import { fieldMap, fieldText, readRows } from '../../model/layout'
import { useWords } from '../shared/LanguageContext'

/** What a field said in a version: its text, or how much stood in it. */
export function VersionText({ field, before }: { field: FieldDefinition, before: Y.Doc }) {
  const { t } = useWords()
  const { kind } = field.kind
  if (kind === 'text' || kind === 'longText' || kind === 'textWithDate') {
    const text = fieldText(before, field.id).toString()
    return text === ''
      ? <span className="quiet">{t('versions.empty')}</span>
      : <span className="version-text">{text}</span>
  }
  if (kind === 'rows') return <>{t('versions.rows', { count: readRows(fieldMap(before, field.id)).length })}</>
  if (kind === 'references') return <>{t('versions.chosen', { count: fieldMap(before, field.id).size })}</>
  return <span className="quiet">{t('versions.other')}</span>
}
