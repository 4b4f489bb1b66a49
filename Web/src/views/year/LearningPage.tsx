import { useState, type FormEvent } from 'react'
import { formatDate } from '../../model/dates'
import { plans } from '../../net/plans'
import { useWords } from '../shared/LanguageContext'
import { LoadPage } from '../ui/LoadPage'
import { PageTitle } from '../shared/PageTitle'
import { paths } from '../shared/routes'
import { useLoad } from '../shared/useLoad'
import { Link } from '../ui/Link'

/** What was tried and learned, in all units and years: so that what did not work is not tried again unknowingly. */
export function LearningPage({ weekId }: { weekId: string }) {
  const { t, language } = useWords()
  const [words, setWords] = useState('')
  const [asked, setAsked] = useState('')
  const { value: found, error, reload } = useLoad(`learning ${weekId} ${asked}`, () => plans.learning(weekId, asked))
  const search = (event: FormEvent) => {
    event.preventDefault()
    setAsked(words.trim())
  }
  if (found === null && error !== null) return <LoadPage error={error} onRetry={reload} />
  return (
    <main id="main" className="main stack-large" tabIndex={-1}>
      <div className="page-head">
        <nav aria-label={t('crumbs')} className="no-print">
          <ol className="crumbs"><li><Link href={paths.week(weekId)}>{t('learning.week')}</Link></li></ol>
        </nav>
        <PageTitle title={t('learning.title')} />
        <p className="quiet">{t('learning.text')}</p>
      </div>
      <form className="cluster no-print" role="search" onSubmit={search}>
        <label htmlFor="learning-words">{t('learning.words')}</label>
        <input id="learning-words" className="input" type="search" value={words}
          onChange={event => setWords(event.target.value)} data-testid="learning-words" />
        <button type="submit" className="button">{t('learning.search')}</button>
      </form>
      <p role="status" data-testid="learning-count">
        {found === null ? t('loading') : t('learning.count', { count: found.length })}
      </p>
      <ul className="stack learning-list">{(found ?? []).map((one, index) => (
        <li key={index} className="sheet stack" data-testid="learning">
          <h2>{one.learning.trialAction === '' ? t('learning.noAction') : one.learning.trialAction}</h2>
          <p className="quiet">
            {[one.unitName, one.weekTitle, formatDate(one.learning.date, language)].filter(Boolean).join(' · ')}
          </p>
          {one.learning.decision !== undefined && (
            <p><span className={`tag ${one.learning.decision === 'stop' ? 'warning' : 'success'}`}>
              {t(`learning.decision.${one.learning.decision}`)}
            </span></p>
          )}
          <dl className="facts">{([
            ['hypothesis', one.learning.hypothesis], ['effect', one.learning.effect], ['learned', one.learning.learned],
            ['adjustment', one.learning.adjustment]
          ] as const).filter(([, text]) => text !== undefined).map(([name, text]) => (
            <div className="fact" key={name}><dt>{t(`learning.${name}`)}</dt><dd className="plan-text">{text}</dd></div>
          ))}</dl>
        </li>
      ))}</ul>
    </main>
  )
}
