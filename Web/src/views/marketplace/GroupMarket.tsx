import { matchesOf, type Marketplace, type PostKind } from '../../model/marketplace'
import type { CitizenGroup, Week } from '../../model/week'
import { useWords } from '../shared/LanguageContext'
import { MatchView } from './MatchView'
import { PostView } from './PostView'

/** A citizen group's stall: what is offered, what is needed, what fits together. */
export function GroupMarket({ week, market, group, onChanged }: {
  week: Week, market: Marketplace, group: CitizenGroup, onChanged: () => void
}) {
  const { t } = useWords()
  const matches = matchesOf(market, group.id)
  const heading = `market-${group.id}`
  const column = (kind: PostKind) => {
    const posts = market.posts.filter(post => post.kind === kind && post.citizenGroupId === group.id)
    return (
      <div className="stack-small">
        <h3>{t(kind === 'offer' ? 'market.offers' : 'market.needs')}</h3>
        {posts.length === 0 ? <p className="quiet">{t('market.none')}</p> : <ul className="listing">
          {posts.map(post => <PostView key={post.id} week={week} post={post} onChanged={onChanged} />)}
        </ul>}
      </div>
    )
  }
  return (
    <section className="stack" aria-labelledby={heading} data-testid={heading}>
      <h2 id={heading}>{group.name}</h2>
      <div className="market-columns">{column('offer')}{column('need')}</div>
      {matches.length > 0 && <div className="stack-small">
        <h3>{t('market.matches')}</h3>
        <ul className="stack">{matches.map(({ match, offer, need }) => <MatchView key={`${offer.id} ${need.id}`}
          week={week} market={market} match={match} offer={offer} need={need} onChanged={onChanged} />)}</ul>
      </div>}
    </section>
  )
}
