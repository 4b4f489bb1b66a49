import {
  isOpen, isSameOrigin, type PlanField, type PlanOffer, type PlanOrigin, type PlanValue
} from '../../model/goalPlan'
import { useWords } from '../shared/LanguageContext'
import { usePlan } from './PlanContext'
import { DecisionButtons } from './DecisionButtons'
import { PlanOriginLine } from './PlanOriginLine'
import { PlanText } from './PlanText'

interface Properties {
  field: PlanField
  value: PlanValue | undefined
  offer: PlanOffer | undefined
  /** Stands as the item's heading, unless there is something to decide. */
  isTitle: boolean
  /** Said under the heading: a line that comes from somewhere else says so itself. */
  itemOrigin: PlanOrigin | undefined
}

/** One line: what the plan says now, what the session says, and the decision. */
export function PlanLine({ field, value, offer, isTitle, itemOrigin }: Properties) {
  const { t, own } = useWords()
  const { onlyOpen } = usePlan()
  const line = offer?.lines.find(one => one.field === field.id)
  const open = line !== undefined && isOpen(line.status)
  const text = value?.text ?? ''
  if (!open && (text === '' || onlyOpen || isTitle)) return null
  const label = own(field.label)
  return (
    <div className={`plan-line ${open ? 'open' : ''}`} data-testid={`line-${field.id}`}
      data-status={line?.status ?? 'own'}>
      <dt>{label}</dt>
      <dd>
        {text === '' ? <span className="quiet">{t('plan.nothing')}</span> : <PlanText field={field} text={text} />}
        {value !== undefined && text !== '' && !isSameOrigin(value.origin, itemOrigin) && (
          <PlanOriginLine origin={value.origin} />
        )}
      </dd>
      {open && <dd className="plan-theirs no-print">
        <span className="plan-theirs-label">{t(`plan.status.${line.status}`)}</span>
        {line.theirs === ''
          ? <span className="quiet">{t('plan.theirsEmpty')}</span>
          : <PlanText field={field} text={line.theirs} />}
        {line.status === 'conflicting' && line.before !== undefined && <div className="origin">
          {t('plan.before')} {line.before === '' ? t('plan.nothing') : <PlanText field={field} text={line.before} />}
        </div>}
        <DecisionButtons sourceId={offer?.sourceId ?? ''} field={field.id} status={line.status} about={label}
          canBeBoth={field.kind === 'text' || field.kind === 'longText'} />
      </dd>}
    </div>
  )
}
