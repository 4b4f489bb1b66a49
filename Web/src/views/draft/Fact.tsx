import type { ReactNode } from 'react'
import { useWords } from '../shared/LanguageContext'

/** One line of the plan. A value that is missing says so; one that need not be there is left out. */
export function Fact({ label, children, required = false }: {
  label: string, children: ReactNode, required?: boolean
}) {
  const { t } = useWords()
  const empty = children === undefined || children === null || children === '' || children === false
  if (empty && !required) return null
  return (
    <div className="fact">
      <dt>{label}</dt>
      <dd>{empty ? <span className="lacking-mark">{t('field.missing')}</span> : children}</dd>
    </div>
  )
}
