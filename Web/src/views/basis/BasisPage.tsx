import { weekParts } from '../../net/weekParts'
import { useWords } from '../shared/LanguageContext'
import { LoadPage } from '../ui/LoadPage'
import { PageTitle } from '../shared/PageTitle'
import { paths } from '../shared/routes'
import { useLoad } from '../shared/useLoad'
import { Link } from '../ui/Link'
import { BringTables } from './BringTables'
import { PartSection } from './PartSection'

/** What a week is made from: read in from tables, or written one by one. */
export function BasisPage({ weekId }: { weekId: string }) {
  const { t } = useWords()
  const { value: parts, error, reload } = useLoad(`parts ${weekId}`, () => weekParts.all(weekId))
  if (parts === null) return <LoadPage error={error} onRetry={reload} />
  return (
    <main id="main" className="main reading stack-large" tabIndex={-1}>
      <div className="page-head">
        <nav aria-label={t('crumbs')}>
          <ol className="crumbs"><li><Link href={paths.week(weekId)}>{t('learning.week')}</Link></li></ol>
        </nav>
        <PageTitle title={t('basis.title')} />
        <p className="quiet">{t('basis.text')}</p>
      </div>
      <BringTables weekId={weekId} parts={parts} onBrought={reload} />
      <section className="stack" aria-labelledby="parts-heading">
        <h2 id="parts-heading">{t('basis.parts')}</h2>
        {parts.map(part => <PartSection key={part.id} weekId={weekId} part={part} parts={parts} onChanged={reload} />)}
      </section>
    </main>
  )
}
