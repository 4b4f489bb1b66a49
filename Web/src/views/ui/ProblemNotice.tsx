import { useEffect, useRef } from 'react'
import { useWords } from '../shared/LanguageContext'
import { problemText } from '../shared/problemText'

/** An error as a sentence, with the faults that came with it. Takes the focus, so that nobody misses it. */
export function ProblemNotice({ error, focus = false }: { error: unknown, focus?: boolean }) {
  const { t, language } = useWords()
  const { title, detail, faults } = problemText(error, t, language)
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => { if (focus) box.current?.focus() }, [focus, error])
  return (
    <div className="notice danger" role="alert" tabIndex={-1} ref={box} data-testid="problem">
      <strong>{title}</strong>
      {detail !== '' && detail !== title && <p>{detail}</p>}
      {faults.length > 0 && <ul>{faults.map((fault, index) => (
        <li key={index}>{fault.path !== '' && <code>{fault.path}</code>}{fault.path !== '' && ': '}{fault.message}</li>
      ))}</ul>}
    </div>
  )
}
