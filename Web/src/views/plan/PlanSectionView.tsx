import {
  isOpen, isShown, itemsOf, offerText, takeUncontested, type PartContent, type PlanPart, type PlanSection
} from '../../model/goalPlan'
import { useWords } from '../shared/LanguageContext'
import { Heading } from '../ui/Heading'
import { usePlan } from './PlanContext'
import { PlanItemView } from './PlanItemView'
import { PlanOfferView } from './PlanOfferView'
import { PlanUnsaved } from './PlanUnsaved'
import { newItem } from './useItemDrafts'

interface Properties {
  section: PlanSection
  content: PartContent
  name: string
  /** The part of the document that it stands in, where the document has several. */
  part?: PlanPart
}

/** A section of the plan: what it says, and after it what the draft offers besides. */
export function PlanSectionView({ section, content, name, part }: Properties) {
  const { t, own } = useWords()
  const { view, canWrite, canWriteIn, busy, onlyOpen, headingLevel, writing, decide } = usePlan()
  const inPlan = itemsOf(view.plan, section.id)
  const offers =
    view.offers.filter(offer => offer.section === section.id && isShown(content, section, offerText(view, offer)))
  const items = inPlan.filter(item => isShown(content, section, field => item.values[field]?.text)
    && (!onlyOpen || writing.drafts[item.id] || offers.some(offer => offer.itemId === item.id && isOpen(offer.status))))
  const fresh = offers.filter(offer => isOpen(offer.status) && !items.some(item => item.id === offer.itemId))
  const ownNew = newItem(name)
  // What was taken out belongs where items without a choice do.
  const takesLost = content.only === undefined || content.only.choices.includes('')
  const unsaved = Object.entries(writing.drafts).filter(([id, draft]) => draft.section === section.id
    && !inPlan.some(item => item.id === id) && (id === ownNew || (takesLost && !id.startsWith('+')))).map(([id]) => id)
  const uncontested = takeUncontested(offers)
  const isEmpty = items.length === 0 && fresh.length === 0 && unsaved.length === 0
  if (isEmpty && (onlyOpen || !canWriteIn(section))) return null
  const title = own(section.title)
  const begin = () => writing.begin(ownNew, section.id, {}, view.plan.revision, content.only?.choices[0]
    ? { [content.only.field]: content.only.choices[0] }
    : {})
  return (
    <section className={`draft-section ${items.length === 0 ? 'no-print' : ''}`}
      aria-labelledby={part ? `part-${part.id} plan-${name}` : `plan-${name}`} data-testid={`plan-section-${name}`}>
      <Heading level={headingLevel} id={`plan-${name}`} tabIndex={-1}
        className={part && own(part.title) === title ? 'visually-hidden' : undefined}>{title}</Heading>
      {isEmpty && <p className="quiet no-print">{t('plan.sectionEmpty')}</p>}
      {items.map(item => <PlanItemView key={item.id} item={item} section={section}
        offer={offers.find(offer => offer.itemId === item.id)} />)}
      {fresh.length > 0 && <div className="stack no-print">
        <div className="cluster between">
          <Heading level={headingLevel + 1}>{t('plan.fromDraft', { count: fresh.length })}</Heading>
          {canWrite && uncontested.length > 1 && (
            <div className="cluster">
              <button type="button" className="button" disabled={busy} data-testid={`plan-take-section-${name}`}
                onClick={() => void decide(uncontested, t('plan.taken', { count: uncontested.length }))}>
                {t('plan.takeSection', { count: uncontested.length })}
              </button>
              <button type="button" className="button quiet" disabled={busy} data-testid={`plan-keep-section-${name}`}
                onClick={() => void decide(
                  fresh.map(offer => ({ sourceId: offer.sourceId, choice: 'keep' })), t('plan.decided.keep')
                )}>
                {t('plan.refuseSection')}
              </button>
            </div>
          )}
        </div>
        {fresh.map(offer => <PlanOfferView key={offer.sourceId} offer={offer} section={section} />)}
      </div>}
      {canWriteIn(section) && !onlyOpen && !writing.drafts[ownNew] && (
        <p className="no-print"><button type="button" className="button quiet" data-testid={`plan-add-${name}`}
          onClick={begin}>{t('plan.add', { section: title })}</button></p>
      )}
      {unsaved.map(id => <PlanUnsaved key={id} id={id} section={section} />)}
    </section>
  )
}
