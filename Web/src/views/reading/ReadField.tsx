import type { FieldDefinition } from '../../model/fieldDefinition'
import { fieldWords } from '../../model/fieldWords'
import { useWords } from '../shared/LanguageContext'
import { useModel } from '../model/ModelContext'
import { useFieldSpeech } from '../model/useFieldSpeech'

/** One field as it is read aloud: its name, and what stands there. */
export function ReadField({ field }: { field: FieldDefinition }) {
  const { t, own } = useWords()
  // The model's context is new with every version of the content, which is when there is something new to read.
  const { document, missing } = useModel()
  const lines = fieldWords(document.doc, field, useFieldSpeech())
  if (lines.length === 0 && !missing.has(field.id)) return null
  return (
    <div className="read-field" data-testid={`read-${field.id}`}>
      <h3>{own(field.label)}</h3>
      {lines.length === 0 && <p className="lacking-mark">{t('field.missing')}</p>}
      {lines.length === 1 && <p>{lines[0]}</p>}
      {lines.length > 1 && <ul>{lines.map((line, index) => <li key={index}>{line}</li>)}</ul>}
    </div>
  )
}
