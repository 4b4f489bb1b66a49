import { useId, useState } from 'react'
import { useAnnounce } from '../shared/Announcer'
import { useWords } from '../shared/LanguageContext'
import { Icon } from './Icon'

/** A text to pass on, with a button that copies it; where copying is not allowed it is selected instead. */
export function CopyField({ label, value, testId }: { label: string, value: string, testId?: string }) {
  const { t } = useWords()
  const announce = useAnnounce()
  const id = useId()
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(value)
      setCopied(true)
      announce(t('copy.done'))
      setTimeout(() => setCopied(false), 3_000)
    } catch {
      const field = document.getElementById(id)
      if (field instanceof HTMLInputElement) field.select()
    }
  }
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <div className="copy-field">
        <input id={id} className="input" readOnly value={value} data-testid={testId}
          onFocus={event => event.target.select()} />
        <button type="button" className="button" onClick={() => void copy()}>
          <Icon name={copied ? 'check' : 'copy'} />
          {copied ? t('copy.copied') : t('copy.button')}
        </button>
      </div>
    </div>
  )
}
