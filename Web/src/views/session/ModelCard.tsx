import { useState } from 'react'
import type { ModelSummary } from '../../model/modelSummary'
import { mayFacilitate } from '../../model/session'
import { useWords } from '../shared/LanguageContext'
import { paths } from '../shared/routes'
import { Icon } from '../ui/Icon'
import { LevelMark } from '../ui/LevelMark'
import { Link } from '../ui/Link'
import { ProblemNotice } from '../ui/ProblemNotice'
import { UnitBadge } from '../ui/UnitBadge'
import { useSessionSetting } from './SessionContext'

/** One collaboration: its name, level, who takes part, what is missing, and whether it is confirmed. */
export function ModelCard({ model }: { model: ModelSummary }) {
  const { t } = useWords()
  const { details, week } = useSessionSetting()
  const ids = [...week.units, ...week.externalParties].map(one => one.id)
  const parties = week.units.filter(unit => model.parties.includes(unit.id))
  const title = model.title.trim() === '' ? t('model.untitled') : model.title
  return (
    <article className="sheet model-card" data-testid={`model-${model.id}`}>
      <div className="model-card-main">
        <h3><Link href={paths.model(details.id, model.id)}>{title}</Link></h3>
        <p className="cluster model-card-facts">
          <LevelMark level={model.level} />
          <ModelState model={model} />
          {model.locked && <span className="tag"><Icon name="lock" />{t('model.locked')}</span>}
        </p>
        {parties.length > 0 && <p className="model-card-parties">
          {parties.map(unit => <span key={unit.id} className="party"><UnitBadge id={unit.id} name={unit.name}
            ids={ids} />{unit.name}</span>)}
        </p>}
      </div>
      {mayFacilitate(details.role) && <LockButton model={model} title={title} />}
    </article>
  )
}

export function ModelState({ model }: { model: ModelSummary }) {
  const { t } = useWords()
  if (model.state === 'confirmed') {
    return <span className="tag success"><Icon name="check" />{t('model.state.confirmed')}</span>
  }
  if (model.state === 'confirmedBeforeChange') {
    return <span className="tag warning">{t('model.state.confirmedBeforeChange')}</span>
  }
  if (model.missing.length > 0) {
    return <span className="quiet">{t('model.missing', { count: model.missing.length })}</span>
  }
  const confirmed = model.confirmations.filter(one => one.state === 'current').length
  return <span className="quiet">
    {confirmed > 0 ? t('model.confirmedBy', { count: confirmed }) : t('model.readyToConfirm')}
  </span>
}

function LockButton({ model, title }: { model: ModelSummary, title: string }) {
  const { t } = useWords()
  const { store } = useSessionSetting()
  const [error, setError] = useState<unknown>(null)
  const toggle = () => {
    setError(null)
    store.command({ kind: model.locked ? 'unlockModel' : 'lockModel', modelId: model.id }).catch(setError)
  }
  return (
    <div className="stack-small">
      <button type="button" className="button"
        aria-label={t(model.locked ? 'model.unlockNamed' : 'model.lockNamed', { title })} onClick={toggle}
        data-testid={`lock-${model.id}`}>
        <Icon name={model.locked ? 'unlock' : 'lock'} />{t(model.locked ? 'model.unlock' : 'model.lock')}
      </button>
      {error !== null && <ProblemNotice error={error} />}
    </div>
  )
}
