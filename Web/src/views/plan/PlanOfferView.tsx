import type { PlanOffer, PlanSection } from '../../model/goalPlan'
import { useWords } from '../shared/LanguageContext'
import { Heading } from '../ui/Heading'
import { DecisionButtons } from './DecisionButtons'
import { usePlan } from './PlanContext'
import { PlanOriginLine } from './PlanOriginLine'
import { PlanText } from './PlanText'

/** Something the draft has and the plan has not. */
export function PlanOfferView({ offer, section }: { offer: PlanOffer, section: PlanSection }) {
  const { t, own } = useWords()
  const { headingLevel } = usePlan()
  const [first, ...rest] =
    section.fields.filter(field => offer.lines.some(line => line.field === field.id && line.theirs !== ''))
  const text = (id: string) => offer.lines.find(line => line.field === id)?.theirs ?? ''
  return (
    <article className="sheet plan-offer" data-testid={`offer-${offer.sourceId}`} data-status={offer.status}>
      <p className="cluster">
        <span className="tag success">{t(offer.wasRefused ? 'plan.status.wasRefused' : 'plan.status.new')}</span>
      </p>
      {first && <Heading level={headingLevel + 2}><PlanText field={first} text={text(first.id)} /></Heading>}
      {rest.length > 0 && <dl className="facts">{rest.map(field => (
        <div className="fact" key={field.id}>
          <dt>{own(field.label)}</dt>
          <dd><PlanText field={field} text={text(field.id)} /></dd>
        </div>
      ))}</dl>}
      <PlanOriginLine origin={offer.origin} />
      <DecisionButtons sourceId={offer.sourceId} status="new" about={offer.title} canBeBoth={false} />
    </article>
  )
}
