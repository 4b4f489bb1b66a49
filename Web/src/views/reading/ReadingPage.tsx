import { useCallback, useEffect, useState } from 'react'
import { isShown } from '../../model/fieldDefinition'
import { mayFacilitate } from '../../model/session'
import { isSingleKey } from '../shared/singleKeys'
import { useWords } from '../shared/LanguageContext'
import { LoadPage } from '../ui/LoadPage'
import { NotFoundPage } from '../ui/NotFoundPage'
import { PageTitle } from '../shared/PageTitle'
import { paths } from '../shared/routes'
import { useSignal } from '../shared/useSignal'
import { ConfirmationPanel } from '../model/ConfirmationPanel'
import { ModelProvider, type ModelAccess } from '../model/ModelContext'
import { useModelAccess } from '../model/useModelAccess'
import { ModelGone } from '../removal/ModelGone'
import { useSession, useSessionSetting } from '../session/SessionContext'
import { Icon } from '../ui/Icon'
import { LevelMark } from '../ui/LevelMark'
import { Link } from '../ui/Link'
import { Loading } from '../ui/Loading'
import { AgreementMoment } from './AgreementMoment'
import { ReadField } from './ReadField'

/**
 * The agreement made for reading aloud: large, one section at a time, and at the end the
 * moment when it is an agreement.
 */
export function ReadingPage({ modelId }: { modelId: string }) {
  const { t } = useWords()
  const { view, details } = useSession()
  const { summary, access } = useModelAccess(modelId)
  const removed = view.state.removedModels.get(modelId)
  if (removed !== undefined) return <ModelGone reason={removed} />
  if (summary === undefined) return view.connected || view.models.length > 0
    ? <NotFoundPage />
    : <LoadPage error={null} onRetry={() => undefined} />
  return (
    <main id="main" className={`main reading reading-aloud ${mayFacilitate(details.role) ? 'with-bar' : ''}`}
      tabIndex={-1}>
      <div className="page-head">
        <p className="no-print"><Link href={paths.model(details.id, modelId)}>{t('reading.back')}</Link></p>
        <PageTitle title={t('reading.title', {
          model: summary.title.trim() === '' ? t('model.untitled') : summary.title
        })}>{summary.title.trim() === '' ? t('model.untitled') : summary.title}</PageTitle>
        <p className="cluster">
          <LevelMark level={summary.level} />
          {summary.locked && <span className="tag"><Icon name="lock" />{t('model.locked')}</span>}
        </p>
      </div>
      {access
        ? <ModelProvider access={access}><Sections access={access} /></ModelProvider>
        : <Loading />}
    </main>
  )
}

function Sections({ access }: { access: ModelAccess }) {
  const { t, own } = useWords()
  const { definitions } = useSessionSetting()
  const { document, level } = access
  const ready = useSignal(document.changed, () => document.ready)
  const [place, setPlace] = useState(0)
  const sections = definitions.sections
    .map(section => ({ ...section, fields: section.fields.filter(field => isShown(field, level)) }))
    .filter(section => section.fields.length > 0)
  const last = sections.length
  const go = useCallback((to: number) => {
    setPlace(Math.min(Math.max(to, 0), last))
    requestAnimationFrame(() => window.document.getElementById('reading-heading')?.focus())
    scrollTo(0, 0)
  }, [last])
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (!isSingleKey(event)) return
      if (event.key !== 'ArrowRight' && event.key !== 'ArrowLeft') return
      event.preventDefault()
      go(place + (event.key === 'ArrowRight' ? 1 : -1))
    }
    window.document.addEventListener('keydown', pressed)
    return () => window.document.removeEventListener('keydown', pressed)
  }, [go, place])
  if (!ready) return <Loading />
  const section = sections[place]
  return (
    <div className="stack-large">
      <section className="stack-large" aria-labelledby="reading-heading" data-testid="reading-section">
        <div>
          <p className="phase-step">{t('reading.place', { place: place + 1, all: last + 1 })}</p>
          <h2 id="reading-heading" tabIndex={-1}>{section ? own(section.label) : t('reading.moment')}</h2>
        </div>
        {section
          ? section.fields.map(field => <ReadField key={field.id} field={field} />)
          : <><AgreementMoment /><ConfirmationPanel /></>}
      </section>
      <nav className="cluster between no-print reading-steps" aria-label={t('reading.steps')}>
        <button type="button" className="button large" disabled={place === 0} onClick={() => go(place - 1)}
          data-testid="reading-previous"><Icon name="left" />{t('reading.previous')}</button>
        <button type="button" className="button large primary" disabled={place === last} onClick={() => go(place + 1)}
          data-testid="reading-next">
          {place === last - 1 ? t('reading.toMoment') : t('reading.next')}<Icon name="right" />
        </button>
      </nav>
    </div>
  )
}
