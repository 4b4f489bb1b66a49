import { useWords } from '../shared/LanguageContext'
import { PageTitle } from '../shared/PageTitle'

/** When the page itself fails: what happened, what was kept, what to do. */
export function FaultPage() {
  const { t } = useWords()
  return (
    <main id="main" className="main narrow stack" tabIndex={-1}>
      <PageTitle title={t('fault.title')} />
      <p>{t('fault.text')}</p>
      <p>
        <button type="button" className="button primary" onClick={() => location.reload()}>{t('fault.reload')}</button>
      </p>
    </main>
  )
}
