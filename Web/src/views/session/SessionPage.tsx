import { useState } from 'react'
import { formatLongDate, formatTime } from '../../model/dates'
import { mayFacilitate } from '../../model/session'
import { documents } from '../../net/documents'
import { removable } from '../../net/removals'
import { useWords } from '../shared/LanguageContext'
import { PageTitle } from '../shared/PageTitle'
import { paths } from '../shared/routes'
import { AgendaEditor } from '../agenda/AgendaEditor'
import { navigate } from '../shared/useRoute'
import { RemoveParticipant } from '../removal/RemoveParticipant'
import { RemoveThing } from '../removal/RemoveThing'
import { DocumentDownloads } from '../exports/DocumentDownloads'
import { Link } from '../ui/Link'
import { Door } from './Door'
import { EarlierSessionPanel } from './EarlierSessionPanel'
import { Console } from './Console'
import { EvaluationPanel } from './EvaluationPanel'
import { GroupPanel } from './GroupPanel'
import { HiddenDrafts } from './HiddenDrafts'
import { LevelPanel } from './LevelPanel'
import { NextSteps } from './NextSteps'
import { ParkedItems } from './ParkedItems'
import { Questions } from './Questions'
import { Queue } from './Queue'
import { ValuesPanel } from './ValuesPanel'
import { Agenda } from './Agenda'
import { ConnectionNotice } from './ConnectionNotice'
import { InvitePanel } from './InvitePanel'
import { ModelList } from './ModelList'
import { People } from './People'
import { PersonalNumbers } from './PersonalNumbers'
import { PhasePanel } from './PhasePanel'
import { useSession } from './SessionContext'
import { useOwnPhase } from './useOwnPhase'

export function SessionPage({ onRehearse }: { onRehearse: () => void }) {
  const { t, language } = useWords()
  const { details, week, view } = useSession()
  const own = useOwnPhase()
  const [isEditing, setEditing] = useState(false)
  const facilitates = mayFacilitate(details.role)
  const group = week.citizenGroups.find(one => one.id === details.citizenGroupId)
  const when = [formatLongDate(details.date, language), details.startsAt
    ? t('session.time', { start: formatTime(details.startsAt, language), end: formatTime(details.endsAt, language) })
    : '']
  return (
    <main id="main" className={`main ${facilitates ? 'with-bar' : ''}`} tabIndex={-1}>
      <div className="page-head">
        <nav aria-label={t('crumbs')}><ol className="crumbs">
          <li>{details.role === 'participant' || details.role === 'observer'
            ? week.title
            : <Link href={paths.week(week.id)}>{week.title}</Link>}</li>
        </ol></nav>
        <PageTitle title={details.title} />
        <p className="quiet">{[...when, group?.name].filter(Boolean).join(' · ')}</p>
      </div>
      <div className="columns">
        <div className="aside stack-large">
          <Agenda own={own}>{facilitates && !view.state.ended
            && <p className="agenda-tools" id="agenda-edit-place" role="group" aria-label={t('agendaEdit.place')}>
              <button type="button" className="button quiet slim" onClick={() => setEditing(true)}
                data-testid="agenda-edit">{t('agendaEdit.title')}</button>
              <button type="button" className="button quiet slim" onClick={onRehearse} data-testid="rehearse">
                {t('rehearsal.start')}
              </button>
            </p>}</Agenda>
          <People />
        </div>
        <div className="stack-large">
          <ConnectionNotice />
          <HiddenDrafts />
          {facilitates && isEditing && !view.state.ended && <AgendaEditor onClose={() => setEditing(false)} />}
          <PhasePanel own={own} />
          {facilitates && <Door />}
          {facilitates && <Queue />}
          <EvaluationPanel />
          <NextSteps />
          <GroupPanel />
          <Questions />
          {facilitates && <Console />}
          <LevelPanel />
          <ModelList />
          <ValuesPanel />
          <ParkedItems />
          <EarlierSessionPanel />
          {facilitates && <InvitePanel />}
          {facilitates && <PersonalNumbers />}
          {facilitates && <RemoveParticipant />}
          {details.role === 'administrator' && <RemoveThing kind="session"
            removable={removable.session(details.id)} onRemoved={() => navigate(paths.week(week.id))} />}
          <DocumentDownloads addressOf={(format, query) => documents.outcome(details.id, format, query)}
            name={details.id} />
        </div>
      </div>
    </main>
  )
}
