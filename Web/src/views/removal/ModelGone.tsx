import { useWords } from '../shared/LanguageContext'
import { PageTitle } from '../shared/PageTitle'
import { paths } from '../shared/routes'
import { useSessionSetting } from '../session/SessionContext'
import { Link } from '../ui/Link'

/** Somebody deleted the model that this page is of. */
export function ModelGone({ reason }: { reason: string }) {
  const { t } = useWords()
  const { details } = useSessionSetting()
  return (
    <main id="main" className="main narrow stack" tabIndex={-1} data-testid="model-gone">
      <PageTitle title={t('removal.modelGone')} />
      <p>{t('removal.modelGone.detail')}</p>
      {reason !== '' && <p>{t('removal.modelGone.reason', { reason })}</p>}
      <p><Link href={paths.session(details.id)} className="button primary">{t('removal.modelGone.back')}</Link></p>
    </main>
  )
}
