import { formatShortDate, formatTime } from '../../model/dates'
import { coverage, sessionsOfGroup, sessionsOfUnit } from '../../model/levelCoverage'
import { levels } from '../../model/level'
import type { Week, WeekSession } from '../../model/week'
import { useWords } from '../app/LanguageContext'
import { paths } from '../app/routes'
import { Icon } from '../ui/Icon'
import { LevelMark } from '../ui/LevelMark'
import { Link } from '../ui/Link'

/** Who works together for whom: citizen groups down, units across, a level's mark for each collaboration. */
export function CoverageTable({ week }: { week: Week }) {
  const { t } = useWords()
  if (week.citizenGroups.length === 0 || week.units.length === 0) return null
  return (
    <section aria-labelledby="coverage-heading" className="stack">
      <h2 id="coverage-heading">{t('coverage.title')}</h2>
      <p className="quiet">{t('coverage.text')}</p>
      <div className="table-scroll" role="group" aria-labelledby="coverage-heading" tabIndex={0}>
        <table role="table" className="coverage stacking" data-testid="coverage">
          <thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">{t('coverage.group')}</th>{week.units.map(unit => <th key={unit.id} role="columnheader" scope="col">{unit.name}</th>)}</tr></thead>
          <tbody role="rowgroup">{week.citizenGroups.map(group => (
            <tr role="row" key={group.id}>
              <th role="rowheader" scope="row">{group.name}<SessionLinks sessions={sessionsOfGroup(week, group.id)} /></th>
              {week.units.map(unit => {
                const found = coverage(week, group.id, unit.id)
                return (
                  <td role="cell" key={unit.id} data-label={unit.name} className={found.length === 0 ? 'nothing' : undefined}>{found.length === 0 ? <span className="quiet"><span aria-hidden="true">–</span><span className="visually-hidden">{t('coverage.none')}</span></span>
                    : found.map(one => (
                      <Link key={one.modelId} href={paths.model(one.sessionId, one.modelId)} className="coverage-mark" title={one.title}>
                        <LevelMark level={one.level} wordless /><span className="visually-hidden">: {one.title}</span>
                        {one.state === 'confirmed' && <><Icon name="check" /><span className="visually-hidden">, {t('model.state.confirmed')}</span></>}
                      </Link>
                    ))}</td>
                )
              })}
            </tr>
          ))}</tbody>
          {week.sessions.length > 0 && <tfoot role="rowgroup"><tr role="row">
            <th role="rowheader" scope="row">{t('coverage.sessions')}</th>
            {week.units.map(unit => <td role="cell" key={unit.id} data-label={unit.name} data-testid={`sessions-of-${unit.id}`}><SessionLinks sessions={sessionsOfUnit(week, unit.id)} /></td>)}
          </tr></tfoot>}
        </table>
      </div>
      <p className="cluster legend">{levels.map(level => <LevelMark key={level} level={level} />)}<span className="legend-check"><Icon name="check" />{t('coverage.confirmed')}</span></p>
    </section>
  )
}

/** Sessions by name, with their day. */
function SessionLinks({ sessions }: { sessions: readonly WeekSession[] }) {
  const { t, language } = useWords()
  if (sessions.length === 0) return <span className="quiet small coverage-sessions">{t('coverage.noSessions')}</span>
  return (
    <ul className="plain small coverage-sessions">{sessions.map(session => (
      <li key={session.id}><Link href={paths.session(session.id)}>{session.title}</Link> <span className="quiet">{[formatShortDate(session.date, language), formatTime(session.startsAt, language)].filter(Boolean).join(' ')}</span></li>
    ))}</ul>
  )
}
