import { Suspense } from 'react'
import { JoinPage } from '../join/JoinPage'
import { SignInPage } from '../join/SignInPage'
import { AnnouncerProvider } from '../shared/Announcer'
import { ErrorBoundary } from './ErrorBoundary'
import { FaultPage } from './FaultPage'
import { Header } from './Header'
import { LanguageProvider, useWords } from '../shared/LanguageContext'
import { LoadPage } from '../ui/LoadPage'
import { MeProvider } from '../shared/MeContext'
import { NotFoundPage } from '../ui/NotFoundPage'
import { part } from './part'
import type { Route } from '../shared/routes'
import { StorageBanner } from './StorageBanner'
import { UnsentBanner } from '../unsent/UnsentBanner'
import { useRoute } from '../shared/useRoute'

// A phone that joins needs none of these yet; they come while the name is being typed.
const WeeksPage = part(() => import('../weeks/WeeksPage').then(module => module.WeeksPage))
const WeekPage = part(() => import('../week/WeekPage').then(module => module.WeekPage))
const SessionFrame = part(() => import('../session/SessionFrame').then(module => module.SessionFrame))
const PlanPage = part(() => import('../plan/PlanPage').then(module => module.PlanPage))
const BigScreenPage = part(() => import('../screen/BigScreenPage').then(module => module.BigScreenPage))
const YearPage = part(() => import('../year/YearPage').then(module => module.YearPage))
const ObjectivesPage = part(() => import('../year/ObjectivesPage').then(module => module.ObjectivesPage))
const LearningPage = part(() => import('../year/LearningPage').then(module => module.LearningPage))
const BasisPage = part(() => import('../basis/BasisPage').then(module => module.BasisPage))
const MarketplacePage = part(() => import('../marketplace/MarketplacePage').then(module => module.MarketplacePage))
const CitizenPage = part(() => import('../citizen/CitizenPage').then(module => module.CitizenPage))
const DraftPage = part(() => import('../draft/DraftPage').then(module => module.DraftPage))

export function App() {
  return (
    <LanguageProvider>
      <AnnouncerProvider>
        <MeProvider>
          <Frame />
          <StorageBanner />
          <Unsent />
          <Page />
        </MeProvider>
      </AnnouncerProvider>
    </LanguageProvider>
  )
}

/** What stands above a page; the big screen has nothing that can be pressed. */
function Frame() {
  return useRoute().page === 'screen' ? null : <><SkipLink /><Header /></>
}

/** Also when a page fails: what was written is above it. */
function Unsent() {
  return useRoute().page === 'screen' ? null : <UnsentBanner />
}

function SkipLink() {
  const { t } = useWords()
  return <a className="skip-link" href="#main">{t('skip')}</a>
}

function Page() {
  const route = useRoute()
  const place = 'sessionId' in route ? route.sessionId : route.page
  return (
    <ErrorBoundary key={place} fallback={() => <FaultPage />}>
      <Suspense fallback={<LoadPage error={null} onRetry={() => undefined} />}>{pageFor(route)}</Suspense>
    </ErrorBoundary>
  )
}

function pageFor(route: Route) {
  switch (route.page) {
    case 'join': return <JoinPage key={route.code} code={route.code} />
    case 'signIn': return <SignInPage />
    case 'weeks': return <WeeksPage />
    case 'week': return <WeekPage key={route.weekId} weekId={route.weekId} />
    case 'session': return <SessionFrame key={route.sessionId} sessionId={route.sessionId} modelId={null} />
    case 'model': return <SessionFrame key={route.sessionId} sessionId={route.sessionId} modelId={route.modelId} />
    case 'reading':
      return <SessionFrame key={route.sessionId} sessionId={route.sessionId} modelId={route.modelId} isReading />
    case 'screen': return <BigScreenPage key={route.sessionId} sessionId={route.sessionId} code={route.code} />
    case 'draft':
      return <DraftPage key={`${route.weekId}/${route.unitId}`} weekId={route.weekId} unitId={route.unitId} />
    case 'plan': return <PlanPage key={`${route.weekId}/${route.unitId}`} weekId={route.weekId} unitId={route.unitId} />
    case 'year': return <YearPage key={`${route.weekId}/${route.unitId}`} weekId={route.weekId} unitId={route.unitId} />
    case 'citizens': return <CitizenPage key={`${route.weekId}/${route.unitId}/${route.isPreview}`}
      weekId={route.weekId} unitId={route.unitId} isPreview={route.isPreview} />
    case 'objectives': return <ObjectivesPage key={route.weekId} weekId={route.weekId} />
    case 'learning': return <LearningPage key={route.weekId} weekId={route.weekId} />
    case 'basis': return <BasisPage key={route.weekId} weekId={route.weekId} />
    case 'marketplace': return <MarketplacePage key={route.weekId} weekId={route.weekId} />
    case 'notFound': return <NotFoundPage />
  }
}
