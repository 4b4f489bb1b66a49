import { isOpen, itemsOf, takeUncontested, type PlanSection } from '../../model/goalPlan'
import { useWords } from '../app/LanguageContext'
import { usePlan } from './PlanContext'
import { PlanItemView } from './PlanItemView'
import { PlanOfferView } from './PlanOfferView'
import { PlanUnsaved } from './PlanUnsaved'
import { newItem, useItemDrafts } from './useItemDrafts'

/** A part of the plan: what it says, and after it what the draft offers besides. */
export function PlanSectionView({ section }: { section: PlanSection }) {
  const { t, own } = useWords()
  const { view, canWrite, busy, onlyOpen, decide } = usePlan()
  const writing = useItemDrafts()
  const offers = view.offers.filter(offer => offer.section === section.id)
  const inPlan = itemsOf(view.plan, section.id)
  const items = inPlan.filter(item => !onlyOpen || writing.drafts[item.id] || offers.some(offer => offer.itemId === item.id && isOpen(offer.status)))
  const fresh = offers.filter(offer => isOpen(offer.status) && !items.some(item => item.id === offer.itemId))
  const unsaved = Object.keys(writing.drafts).filter(id => !inPlan.some(item => item.id === id))
  const uncontested = takeUncontested(view, section.id)
  if (items.length === 0 && fresh.length === 0 && unsaved.length === 0 && (onlyOpen || !canWrite)) return null
  const title = own(section.title)
  return (
    <section className={`draft-section ${items.length === 0 ? 'no-print' : ''}`} aria-labelledby={`plan-${section.id}`} data-testid={`plan-section-${section.id}`}>
      <h2 id={`plan-${section.id}`}>{title}</h2>
      {items.length === 0 && fresh.length === 0 && unsaved.length === 0 && <p className="quiet no-print">{t('plan.sectionEmpty')}</p>}
      {items.map(item => <PlanItemView key={item.id} item={item} section={section} offer={offers.find(offer => offer.itemId === item.id)} writing={writing} />)}
      {fresh.length > 0 && <div className="stack no-print">
        <div className="cluster between">
          <h3>{t('plan.fromDraft', { count: fresh.length })}</h3>
          {canWrite && uncontested.length > 1 && (
            <div className="cluster">
              <button type="button" className="button" disabled={busy} data-testid={`plan-take-section-${section.id}`} onClick={() => void decide(uncontested, t('plan.taken', { count: uncontested.length }))}>
                {t('plan.takeSection', { count: uncontested.length })}
              </button>
              <button type="button" className="button quiet" disabled={busy} data-testid={`plan-keep-section-${section.id}`} onClick={() => void decide(fresh.map(offer => ({ sourceId: offer.sourceId, choice: 'keep' })), t('plan.decided.keep'))}>
                {t('plan.refuseSection')}
              </button>
            </div>
          )}
        </div>
        {fresh.map(offer => <PlanOfferView key={offer.sourceId} offer={offer} section={section} />)}
      </div>}
      {canWrite && !onlyOpen && !writing.drafts[newItem] && <p className="no-print"><button type="button" className="button quiet" data-testid={`plan-add-${section.id}`} onClick={() => writing.begin(newItem, {}, view.plan.revision)}>{t('plan.add', { section: title })}</button></p>}
      {unsaved.map(id => <PlanUnsaved key={id} id={id} section={section} writing={writing} />)}
    </section>
  )
}
