import { useCallback } from 'react'
import { api } from '../../net/api'
import { marketplace } from '../../net/marketplace'
import { useWords } from '../shared/LanguageContext'
import { LoadPage } from '../ui/LoadPage'
import { PageTitle } from '../shared/PageTitle'
import { paths } from '../shared/routes'
import { useLoad } from '../shared/useLoad'
import { Link } from '../ui/Link'
import { GroupMarket } from './GroupMarket'
import { PostForm } from './PostForm'
import { useRereading } from './useRereading'

/** What units offer and need for each citizen group, and what of it fits together. */
export function MarketplacePage({ weekId }: { weekId: string }) {
  const { t } = useWords()
  const { value: week, error, reload: reloadWeek } = useLoad(`week ${weekId}`, () => api.week(weekId))
  const { value: market, error: failure, reload } = useLoad(`market ${weekId}`, () => marketplace.read(weekId))
  useRereading(reload)
  const both = useCallback(() => { reloadWeek(); reload() }, [reloadWeek, reload])
  if (week === null || market === null) return <LoadPage error={error ?? failure} onRetry={both} />
  return (
    <main id="main" className="main stack-large" tabIndex={-1}>
      <div className="page-head">
        <nav aria-label={t('crumbs')} className="no-print">
          <ol className="crumbs"><li><Link href={paths.week(weekId)}>{t('learning.week')}</Link></li></ol>
        </nav>
        <PageTitle title={t('market.title')} />
        <p className="quiet">{t('market.text')}</p>
      </div>
      {market.unitIds.length > 0 && week.citizenGroups.length > 0 && (
        <PostForm week={week} market={market} onPosted={reload} />
      )}
      {week.citizenGroups.length === 0 && (
        <div className="empty"><strong>{t('market.noGroups')}</strong><p>{t('market.noGroups.text')}</p></div>
      )}
      {week.citizenGroups.map(group => (
        <GroupMarket key={group.id} week={week} market={market} group={group} onChanged={reload} />
      ))}
    </main>
  )
}
