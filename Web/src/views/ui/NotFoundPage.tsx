import { Link } from './Link'
import { useWords } from '../shared/LanguageContext'
import { PageTitle } from '../shared/PageTitle'
import { paths } from '../shared/routes'

export function NotFoundPage() {
  const { t } = useWords()
  return (
    <main id="main" className="main narrow stack" tabIndex={-1}>
      <PageTitle title={t('notFound.title')} />
      <p>{t('notFound.text')}</p>
      <p><Link href={paths.join()} className="button primary">{t('notFound.join')}</Link></p>
    </main>
  )
}
