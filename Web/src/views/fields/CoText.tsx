import { useRef } from 'react'
import type * as Y from 'yjs'
import { useWords } from '../shared/LanguageContext'
import { useModelEditing } from '../model/ModelContext'
import { usePeersIn } from '../model/PeersContext'
import { PersonalNumberHint } from '../ui/PersonalNumberHint'
import { TextMirror } from './TextMirror'
import { useCoText } from './useCoText'
import { useFieldLimit } from './useFieldLimit'

interface Properties {
  /** Null where the cell has no text yet; it is made when one begins to write. */
  text: Y.Text | null
  /** What stands there while there is no shared text: a plain value of an older document. */
  plain?: string
  make?: () => Y.Text
  path: string
  labelledBy?: string
  label?: string
  describedBy?: string
  /** Lines of an empty field; it grows with the text. */
  lines: number
  /** A name or the like: no line breaks, whether typed or pasted. */
  singleLine?: boolean
}

/** Text that several write in at once: a text field with a layer beneath it that shows the others' carets. */
export function CoText(
  { text, plain = '', make, path, labelledBy, label, describedBy, lines, singleLine = false }: Properties
) {
  const { canWrite } = useModelEditing()
  const area = useRef<HTMLTextAreaElement>(null)
  const { value, handlers } = useCoText(area, { text, plain, make, path, singleLine })
  const { excess, most, left, onPaste, onDrop, checkInput } = useFieldLimit()
  const { t, language } = useWords()
  const number = (count: number) => count.toLocaleString(language === 'da' ? 'da-DK' : 'en-GB')
  const here = usePeersIn(path)
  return (
    <>
      <div className={`co-text lines-${lines}`}>
        <TextMirror value={value} text={text} peers={here} />
        <textarea ref={area} data-shared="" rows={lines} readOnly={!canWrite} spellCheck autoComplete="off"
          data-testid={`text-${path}`} lang="da"
          aria-labelledby={labelledBy} aria-label={label} aria-describedby={describedBy} defaultValue={value}
          {...handlers} onPaste={onPaste} onDrop={onDrop} onBeforeInput={checkInput} />
      </div>
      {excess && <p className="error-text" role="alert" data-testid={`excess-${path}`}>
        {t('field.excess', { wanted: number(excess.wanted), room: number(excess.room), most: number(most) })}</p>}
      {canWrite && !excess && left(value.length) !== null && (
        <p className="hint" role="status" data-testid={`near-${path}`}>
          {t('limit.near', { count: left(value.length) ?? 0, number: number(left(value.length) ?? 0) })}
        </p>
      )}
      <PersonalNumberHint text={value} />
    </>
  )
}
