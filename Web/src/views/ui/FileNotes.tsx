import type { Localized } from '../../model/localized'
import { pick } from '../../model/localized'
import { useWords } from '../shared/LanguageContext'

/** What to look at because of how a file was read: an encoding that was guessed, letters that are lost. */
export function FileNotes({ notes }: { notes: readonly Localized[] }) {
  const { language } = useWords()
  if (notes.length === 0) return null
  return (
    <div className="stack-small" role="status" data-testid="file-notes">
      {notes.map((note, index) => <p key={index} className="notice warning">{pick(note, language)}</p>)}
    </div>
  )
}
