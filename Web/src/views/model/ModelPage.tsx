import { useCallback } from 'react'
import { isShown } from '../../model/fieldDefinition'
import { mayFacilitate } from '../../model/session'
import { removable } from '../../net/removals'
import { useWords } from '../shared/LanguageContext'
import { LoadPage } from '../ui/LoadPage'
import { NotFoundPage } from '../ui/NotFoundPage'
import { PageTitle } from '../shared/PageTitle'
import { paths } from '../shared/routes'
import { useSignal } from '../shared/useSignal'
import { navigate } from '../shared/useRoute'
import { ModelGone } from '../removal/ModelGone'
import { RemoveThing } from '../removal/RemoveThing'
import { HiddenDrafts } from '../session/HiddenDrafts'
import { ModelState } from '../session/ModelCard'
import { useSession } from '../session/SessionContext'
import { Icon } from '../ui/Icon'
import { Link } from '../ui/Link'
import { Loading } from '../ui/Loading'
import { ChangedWhileAway } from './ChangedWhileAway'
import { ActivityAnnouncer } from './ActivityAnnouncer'
import { ConfirmationPanel } from './ConfirmationPanel'
import { Contents } from './Contents'
import { FollowPeers } from './FollowPeers'
import { HiddenOwnText } from './HiddenOwnText'
import { InPlans } from './InPlans'
import { LevelSteps } from './LevelSteps'
import { MissingList } from './MissingList'
import { ModelProvider, type ModelAccess } from './ModelContext'
import { PeersProvider } from './PeersContext'
import { RemovedToast } from './RemovedToast'
import { SavingNotices } from './SavingNotices'
import { SectionView } from './SectionView'
import { TopLine } from './TopLine'
import { Versions } from './Versions'
import { useModelAccess } from './useModelAccess'
import { useFocusKeeper } from './useFocusKeeper'
import { useUndoKeys } from './useUndoKeys'

/** One collaboration as a document: level, sections with their questions, what is missing, confirmation. */
export function ModelPage({ modelId }: { modelId: string }) {
  const { t } = useWords()
  const { view, details, week } = useSession()
  const { document, summary, access, canWrite, told, setTold } = useModelAccess(modelId)
  useUndoKeys(document, canWrite)
  const done = useCallback(() => setTold(null), [setTold])

  const removed = view.state.removedModels.get(modelId)
  if (removed !== undefined) return <ModelGone reason={removed} />
  if (summary === undefined) return view.connected || view.models.length > 0
    ? <NotFoundPage />
    : <LoadPage error={null} onRetry={() => undefined} />
  const title = summary.title.trim() === '' ? t('model.untitled') : summary.title
  return (
    <>
      {document && <TopLineOf document={document} access={access} title={title} />}
      <main id="main" className={`main model ${mayFacilitate(details.role) ? 'with-bar' : ''}`} tabIndex={-1}>
        <div className="page-head">
          <nav aria-label={t('crumbs')} className="no-print"><ol className="crumbs">
            {mayFacilitate(details.role) && <li><Link href={paths.week(week.id)}>{week.title}</Link></li>}
            <li><Link href={paths.session(details.id)}>{details.title}</Link></li>
          </ol></nav>
          <PageTitle title={title} />
          <p className="cluster"><ModelState model={summary} />{summary.locked && (
            <span className="tag"><Icon name="lock" />{t('model.locked')}</span>
          )}
            <Link className="no-print" href={paths.reading(details.id, modelId)} data-testid="to-reading">
              {t('reading.open')}
            </Link></p>
        </div>
        {access && <ModelProvider access={access}>
          <PeersProvider document={document}><ModelBody access={access} /></PeersProvider>
        </ModelProvider>}
        {!access && <Loading />}
        {access && told !== null && <RemovedToast document={access.document} told={told} onDone={done} />}
      </main>
    </>
  )
}

function TopLineOf({ document, access, title }: {
  document: NonNullable<ModelAccess['document']>, access: ModelAccess | null, title: string
}) {
  const status = useSignal(document.changed, () => document.status)
  return <TopLine status={status} title={title} document={document} canWrite={access?.canWrite ?? false} />
}

function ModelBody({ access }: { access: ModelAccess }) {
  const { t } = useWords()
  const { definitions, view, details } = useSession()
  const { document, summary, level, canWrite } = access
  useFocusKeeper(access)
  const ready = useSignal(document.changed, () => document.ready)
  const sections = definitions.sections
    .map(section => ({ ...section, fields: section.fields.filter(field => isShown(field, level)) }))
    .filter(section => section.fields.length > 0)
  return (
    <div className="model-columns">
      <div className="model-document">
        {summary.locked && <p className="notice" role="status" data-testid="locked-notice">{t('model.locked.text')}</p>}
        {!summary.locked && !canWrite && (
          <p className="notice">{t(view.state.ended ? 'model.ended.text' : 'model.readOnly.text')}</p>
        )}
        <SavingNotices document={document} />
        <ChangedWhileAway />
        <FollowPeers />
        <LevelSteps />
        <HiddenOwnText />
        <HiddenDrafts modelId={summary.id} />
        {ready ? <>
          {sections.map(section => <SectionView key={section.id} section={section} />)}
          <MissingList />
          <ConfirmationPanel />
          <Versions />
          <InPlans modelId={summary.id} contentVersion={summary.contentVersion} />
          {mayFacilitate(details.role) && <RemoveThing kind="model" removable={removable.model(summary.id)}
            onRemoved={() => navigate(paths.session(details.id))} />}
        </> : <Loading />}
      </div>
      <Contents sections={sections} />
      <ActivityAnnouncer />
    </div>
  )
}
