import { formatLongDate, formatTime } from '../../model/dates'
import type { Week, WeekSession } from '../../model/week'
import { useWords } from '../shared/LanguageContext'
import { paths } from '../shared/routes'
import { ProgrammeTable } from './ProgrammeTable'
import { LevelMark } from '../ui/LevelMark'
import { Link } from '../ui/Link'
import { useFold } from '../ui/useFold'

/** The sessions by day. */
export function Programme({ week }: { week: Week }) {
  const { t, language } = useWords()
  const days = [...new Set(week.sessions.map(session => session.date ?? ''))].sort()
  return (
    <section aria-labelledby="programme-heading" className="stack">
      <h2 id="programme-heading">{t('week.programme')}</h2>
      {week.sessions.length === 0 && (
        <div className="empty"><strong>{t('week.noSessions')}</strong><p>{t('week.noSessions.text')}</p></div>
      )}
      {week.sessions.some(session => !session.mayEnter) && (
        <p className="quiet" data-testid="programme-others">{t('week.othersSessions')}</p>
      )}
      <ProgrammeTable week={week} />
      <div className="programme" data-testid="programme">
        {days.map(day => (
          <div key={day} className="programme-day">
            <h3>{day === '' ? t('week.noDate') : capitalized(formatLongDate(day, language))}</h3>
            <ul className="stack">
              {week.sessions.filter(session => (session.date ?? '') === day)
                .sort((a, b) => (a.startsAt ?? '').localeCompare(b.startsAt ?? ''))
                  .map(session => <li key={session.id}><SessionCard week={week} session={session} /></li>)}
            </ul>
          </div>
        ))}
      </div>
    </section>
  )
}

function SessionCard({ week, session }: { week: Week, session: WeekSession }) {
  const { t, language } = useWords()
  const fold = useFold(session.models.length, 4)
  const group = week.citizenGroups.find(one => one.id === session.citizenGroupId)
  const times = session.startsAt
    ? t('session.time', { start: formatTime(session.startsAt, language), end: formatTime(session.endsAt, language) })
    : ''
  return (
    <article className="sheet stack-small" data-testid={`session-${session.id}`}>
      {times !== '' && <p className="quiet small">{times}</p>}
      <h4>{session.mayEnter ? <Link href={paths.session(session.id)}>{session.title}</Link> : session.title}</h4>
      {(group || session.room) && <p className="quiet">{[group?.name, session.room].filter(Boolean).join(' · ')}</p>}
      {session.models.length > 0 && <ul className="programme-models">{session.models.map((model, index) => (
        <li key={model.id} className={fold.at(index)}><LevelMark level={model.level} wordless /> <Link
          href={paths.model(session.id, model.id)}>{model.title || t('model.untitled')}</Link>{' '}
          <span className="quiet small">
            {t(model.state === 'confirmed'
              ? 'model.state.confirmed'
              : model.state === 'confirmedBeforeChange' ? 'model.state.confirmedBeforeChange' : 'model.state.draft')}
          </span>
        </li>
      ))}</ul>}
      {fold.more !== null && <p>{fold.more}</p>}
      {session.joinCode && (
        <p className="quiet small">{t('week.code')} <strong className="programme-code">{session.joinCode}</strong></p>
      )}
    </article>
  )
}

const capitalized = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
