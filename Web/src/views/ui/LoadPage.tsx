import { Problem } from '../../net/problem'
import { Loading } from './Loading'
import { ProblemNotice } from './ProblemNotice'
import { useWords } from '../shared/LanguageContext'
import { NotFoundPage } from './NotFoundPage'
import { PageTitle } from '../shared/PageTitle'

/** A page whose content is on its way, or does not come. */
export function LoadPage({ error, onRetry }: { error: Error | null, onRetry: () => void }) {
  const { t } = useWords()
  if (error instanceof Problem && error.status === 404) return <NotFoundPage />
  return (
    <main id="main" className="main narrow stack" tabIndex={-1}>
      <PageTitle title={error ? t('problem.page') : t('loading')} />
      {error ? <>
        <ProblemNotice error={error} />
        <p><button type="button" className="button" onClick={onRetry}>{t('retry')}</button></p>
      </> : <Loading />}
    </main>
  )
}
