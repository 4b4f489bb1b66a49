import { isOpen, type PlanItem, type PlanOffer, type PlanSection } from '../../model/goalPlan'
import { api } from '../../net/api'
import { useWords } from '../app/LanguageContext'
import { PlanItemForm } from './PlanItemForm'
import { PlanLine } from './PlanLine'
import { usePlan } from './PlanContext'
import { PlanOriginLine } from './PlanOriginLine'
import { PlanText } from './PlanText'
import { changedLines, type ItemDrafts } from './useItemDrafts'

/** An item of the plan: its lines, each with what the source says where that is something else. */
export function PlanItemView({ item, section, offer, writing }: { item: PlanItem, section: PlanSection, offer: PlanOffer | undefined, writing: ItemDrafts }) {
  const { t } = useWords()
  const { view, canWrite, busy, change, onlyOpen } = usePlan()
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
      || await change(place => api.writePlan({ ...place, revision: seen }, { items: [{ id: item.id, fields }] }), t('plan.saved'))
    if (done) writing.end(item.id)
    else writing.refused(item.id)
  }
  return (
    <article className="draft-item plan-item" id={`item-${item.id}`} tabIndex={-1} data-testid={`item-${item.id}`} data-status={offer?.status ?? 'own'}>
      <div className="cluster between plan-item-head">
        <h3>{section.fields[0] && title !== '' ? <PlanText field={section.fields[0]} text={title} /> : t('plan.untitled')}</h3>
        {open && <span className="tag warning no-print">{t('plan.sourceChanged')}</span>}
        {gone && <span className="tag no-print">{t('plan.sourceGone')}</span>}
      </div>
      {origin && <PlanOriginLine origin={origin} />}
      {draft ? <PlanItemForm section={section} draft={draft} onWrite={(field, text) => writing.write(item.id, field, text)} onCancel={() => writing.end(item.id)} onSave={() => void save()} /> : <>
        <dl className="plan-lines">{section.fields.map((field, index) => (
          <PlanLine key={field.id} field={field} value={item.values[field.id]} offer={offer} isTitle={index === 0} itemOrigin={origin} />
        ))}</dl>
        {canWrite && !onlyOpen && <div className="cluster no-print">
          <button type="button" className="button quiet" data-testid={`edit-${item.id}`} aria-label={t('plan.edit.of', { title })} onClick={() => writing.begin(item.id, texts, view.plan.revision)}>{t('plan.edit')}</button>
          <button type="button" className="button quiet danger" data-testid={`remove-${item.id}`} aria-label={t('plan.remove.of', { title })} disabled={busy}
            onClick={() => void change(place => api.writePlan(place, { removed: [item.id] }), t('plan.removed'))}>{t('plan.remove')}</button>
        </div>}
      </>}
    </article>
  )
}
