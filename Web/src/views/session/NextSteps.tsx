import { useMemo, useState } from 'react'
import { nextStepsText } from '../../model/nextSteps'
import { useWords } from '../shared/LanguageContext'
import { useSession } from './SessionContext'

/** At the end: what is decided, what is missing and who takes up what, as text to copy or keep. */
export function NextSteps() {
  const { t, language } = useWords()
  const { details, view, week } = useSession()
  const [copied, setCopied] = useState(false)
  const { levels, parked } = view.state.areas
  const text = useMemo(() => nextStepsText(details.title, week, view.models, levels, parked, {
    agreed: t('next.agreed'), alone: t('next.alone'), parked: t('parked.title'), noOwner: t('parked.noOwner'),
    confirmedBy: units => t('next.confirmedBy', { units }), waitsFor: units => t('next.waitsFor', { units }),
    lacks: count => t('model.missing', { count }), by: date => t('parked.by', { date }),
  }, model => t(`levelChoice.${model.level}`), language), [
    details.title, week, view.models, levels, parked, t, language
  ])
  if (!view.state.ended) return null
  const copy = () => {
    navigator.clipboard.writeText(text).then(() => setCopied(true), () => setCopied(false))
  }
  return (
    <section className="sheet stack" aria-labelledby="next-heading" data-testid="next-steps">
      <h2 id="next-heading">{t('next.title')}</h2>
      <pre className="next-text" tabIndex={0} aria-labelledby="next-heading">{text}</pre>
      <p className="cluster no-print">
        <button type="button" className="button" onClick={copy} data-testid="next-copy">
          {t(copied ? 'copy.done' : 'copy.button')}
        </button>
        <a className="button" href={`data:text/plain;charset=utf-8,${encodeURIComponent(text)}`}
          download={t('next.file')} data-testid="next-download">{t('next.download')}</a>
      </p>
    </section>
  )
}
