import { isOpen, type PlanItem, type PlanOffer, type PlanSection } from '../../model/goalPlan'
import { plans } from '../../net/plans'
import { useWords } from '../shared/LanguageContext'
import { Heading } from '../ui/Heading'
import { PlanItemForm } from './PlanItemForm'
import { PlanLine } from './PlanLine'
import { usePlan } from './PlanContext'
import { PlanOriginLine } from './PlanOriginLine'
import { PlanText } from './PlanText'
import { changedLines } from './useItemDrafts'

/** An item of the plan: its lines, each with what the source says where that is something else. */
export function PlanItemView({ item, section, offer }: {
  item: PlanItem, section: PlanSection, offer: PlanOffer | undefined
}) {
  const { t } = useWords()
  const { view, canWriteIn, busy, change, onlyOpen, headingLevel, writing } = usePlan()
  const draft = writing.drafts[item.id]
  const open = offer !== undefined && isOpen(offer.status)
  const gone = view.notOffered.some(one => one.reason === 'gone' && one.sourceId === item.head.sourceId)
  const title = section.fields[0] ? item.values[section.fields[0].id]?.text ?? '' : ''
  const origin = section.fields[0] && item.values[section.fields[0].id]?.origin
  const texts = Object.fromEntries(Object.entries(item.values).map(([field, value]) => [field, value.text]))
  const save = async () => {
    const fields = draft ? changedLines(draft) : {}
    const seen = draft?.seen ?? view.plan.revision
    const done = Object.keys(fields).length === 0
      || await change(place =>
        plans.writePlan({ ...place, revision: seen }, { items: [{ id: item.id, fields }] }), t('plan.saved'))
    if (done) writing.end(item.id)
    else writing.refused(item.id)
  }
  return (
    <article className="draft-item plan-item" id={`item-${item.id}`} tabIndex={-1} data-testid={`item-${item.id}`}
      data-status={offer?.status ?? 'own'}>
      <div className="cluster between plan-item-head">
        <Heading level={headingLevel + 1}>
          {section.fields[0] && title !== '' ? <PlanText field={section.fields[0]} text={title} /> : t('plan.untitled')}
        </Heading>
        {open && <span className="tag warning no-print">{t('plan.sourceChanged')}</span>}
        {gone && <span className="tag no-print">{t('plan.sourceGone')}</span>}
      </div>
      {origin && <PlanOriginLine origin={origin} />}
      {draft ? <PlanItemForm section={section} draft={draft}
        onWrite={(field, text) => writing.write(item.id, field, text)} onCancel={() => writing.end(item.id)}
        onSave={() => void save()} /> : <>
        <dl className="plan-lines">{section.fields.map((field, index) => (
          <PlanLine key={field.id} field={field} value={item.values[field.id]} offer={offer} isTitle={index === 0}
            itemOrigin={origin} />
        ))}</dl>
        {canWriteIn(section) && !onlyOpen && <div className="cluster no-print">
          <button type="button" className="button quiet" data-testid={`edit-${item.id}`}
            aria-label={t('plan.edit.of', { title })}
            onClick={() => writing.begin(item.id, section.id, texts, view.plan.revision)}>{t('plan.edit')}</button>
          <button type="button" className="button quiet danger" data-testid={`remove-${item.id}`}
            aria-label={t('plan.remove.of', { title })} disabled={busy}
            onClick={() => void change(place => plans.writePlan(place, { removed: [item.id] }), t('plan.removed'))}>
            {t('plan.remove')}
          </button>
        </div>}
      </>}
    </article>
  )
}
