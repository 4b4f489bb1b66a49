import { mayFacilitate } from '../../model/session'
import { useWords } from '../shared/LanguageContext'
import { useSession } from './SessionContext'
import { CreateModel } from './CreateModel'
import { ModelCard } from './ModelCard'

/** The collaborations of the session. */
export function ModelList() {
  const { t } = useWords()
  const { view, details } = useSession()
  const facilitates = mayFacilitate(details.role)
  return (
    <section aria-labelledby="models-heading" className="stack">
      <h2 id="models-heading">{t('models.title')}</h2>
      {view.models.length === 0 && (
        <div className="empty" data-testid="models-empty">
          <strong>{t('models.empty')}</strong>
          <p>{t(facilitates ? 'models.empty.facilitator' : 'models.empty.participant')}</p>
        </div>
      )}
      <ul className="stack" data-testid="models">
        {view.models.map(model => <li key={model.id}><ModelCard model={model} /></li>)}
      </ul>
      {facilitates && <CreateModel />}
    </section>
  )
}
