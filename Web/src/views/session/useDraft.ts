import { useEffect, useState } from 'react'
import { identityOf } from '../../model/identity'
import { drafts } from '../../net/drafts'
import { useSessionSetting } from './SessionContext'

interface Form {
  /** Which form of the session it is, such as `comment/MODEL/FIELD`. */
  name: string
  /** What the text would be, for when the form is gone: »Kommentar til Opgaven«. */
  label: string
  modelId?: string
  /** What stands there before anything is written: the words that a form corrects. */
  initial?: string
}

/**
 * The text of a form, as `useState` has it, which outlives the form and the page: it is there again when the form is,
 * and `HiddenDrafts` shows it meanwhile. The third is for when it is sent or taken back: then nothing of it is kept.
 */
export function useDraft(
  { name, label, modelId, initial = '' }: Form
): [text: string, write: (text: string) => void, forget: () => void] {
  const { details } = useSessionSetting()
  const identity = identityOf(details)
  const key = `${identity}/${name}`
  const [text, setText] = useState(() => drafts.text(key) || initial)
  useEffect(() => drafts.show(key), [key])
  const write = (next: string) => {
    setText(next)
    drafts.write({
      key, sessionId: details.id, modelId: modelId ?? null, identity, label, text: next === initial ? '' : next,
      at: Date.now(),
    })
  }
  const forget = () => {
    setText('')
    drafts.remove([key])
  }
  return [text, write, forget]
}

/** Whether something stands in a form that is not open, so that it opens by itself. */
export function useHasDraft(name: string): boolean {
  const { details } = useSessionSetting()
  const [has] = useState(() => drafts.text(`${identityOf(details)}/${name}`) !== '')
  return has
}
