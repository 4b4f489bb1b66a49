import { formatLongDate, formatTime } from '../../model/dates'
import { roomsOf } from '../../model/weekStatus'
import type { Week } from '../../model/week'
import { useWords } from '../shared/LanguageContext'
import { paths } from '../shared/routes'
import { LevelMark } from '../ui/LevelMark'
import { Link } from '../ui/Link'

/** Days down, rooms across, when the sessions have been given rooms. */
export function ProgrammeTable({ week }: { week: Week }) {
  const { t, language } = useWords()
  const rooms = roomsOf(week)
  if (!rooms.some(room => room !== '')) return null
  const days = [...new Set(week.sessions.map(session => session.date ?? ''))].sort()
  return (
    <div className="table-scroll programme-scroll" role="group" aria-label={t('programme.rooms')} tabIndex={0}>
      <table className="coverage programme-table" data-testid="programme-table">
        <thead><tr><th scope="col">{t('programme.day')}</th>{rooms.map(room => (
          <th key={room} scope="col">{room === '' ? t('programme.noRoom') : room}</th>
        ))}</tr></thead>
        <tbody>{days.map(day => (
          <tr key={day}>
            <th scope="row">{day === '' ? t('week.noDate') : formatLongDate(day, language)}</th>
            {rooms.map(room => (
              <td key={room}><ul className="plain">{week.sessions
                .filter(one => (one.date ?? '') === day && (one.room ?? '') === room)
                  .sort((a, b) => (a.startsAt ?? '').localeCompare(b.startsAt ?? '')).map(session => (
                    <li key={session.id}>
                      {session.startsAt && (
                        <span className="quiet small">{formatTime(session.startsAt, language)} </span>
                      )}
                      {session.mayEnter ? <Link href={paths.session(session.id)}>{session.title}</Link> : session.title}
                      {' '}
                      {session.models.map(model => <LevelMark key={model.id} level={model.level} wordless />)}
                    </li>
                  ))}</ul></td>
            ))}
          </tr>
        ))}</tbody>
      </table>
    </div>
  )
}
