import { Fragment } from 'react'
import type { PlanOrigin } from '../../model/goalPlan'
import { useWords } from '../shared/LanguageContext'
import { paths } from '../shared/routes'
import { Link } from '../ui/Link'
import { usePlan } from './PlanContext'

/** Where a value comes from, with the way back to it. */
export function PlanOriginLine({ origin }: { origin: PlanOrigin }) {
  const { t } = useWords()
  const { view } = usePlan()
  const units = origin.unitIds.map(id => view.names[`unit:${id}`] ?? id).join(', ')
  if (origin.kind !== 'source') return <span className="origin">{t(`plan.origin.${origin.kind}`)}</span>
  if (origin.models.length === 0) return (
    <span className="origin">{t('plan.origin.week', { week: view.weekTitle, version: origin.version ?? 1 })}</span>
  )
  return (
    <span className="origin">
      {t('plan.origin.from')}{' '}
      {origin.models.map((model, index) => <Fragment key={model.modelId}>
        {index > 0 && ', '}
        {model.sessionId ? <Link href={paths.model(model.sessionId, model.modelId)}>{model.title}</Link> : model.title}
      </Fragment>)}
      {' · '}{t('plan.origin.draft', { version: origin.version ?? 1 })}{units !== '' && ` · ${units}`}
    </span>
  )
}
