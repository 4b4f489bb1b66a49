import { useState } from 'react'
import { formatTime, parseTime } from '../../model/dates'
import { useWords } from '../shared/LanguageContext'
import { TextInput } from './TextInput'

/** A time of day, written `08.30`; the browser's own field would follow the computer's language, not the page's. */
export function TimeInput({ label, value, onChange, testId }: {
  label: string, value: string, onChange: (time: string) => void, testId: string
}) {
  const { t, language } = useWords()
  const [draft, setDraft] = useState<string | null>(null)
  const [wrong, setWrong] = useState(false)
  const finish = () => {
    if (draft === null) return
    const time = parseTime(draft)
    setWrong(time === null)
    if (time === null) return
    setDraft(null)
    onChange(time)
  }
  return <TextInput label={label} value={draft ?? formatTime(value, language)} onChange={setDraft} onBlur={finish}
    inputMode="numeric" autoComplete="off"
    error={wrong ? t('time.wrong') : undefined} data-testid={testId} />
}
