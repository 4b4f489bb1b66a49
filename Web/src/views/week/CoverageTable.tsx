import { formatShortDate, formatTime } from '../../model/dates'
import { coverage, sessionsOfGroup, sessionsOfUnit } from '../../model/levelCoverage'
import { levels } from '../../model/level'
import type { Week, WeekSession } from '../../model/week'
import { useWords } from '../shared/LanguageContext'
import { paths } from '../shared/routes'
import { Icon } from '../ui/Icon'
import { LevelMark } from '../ui/LevelMark'
import { Link } from '../ui/Link'
import { useFold } from '../ui/useFold'

/** More units than a page is wide for. */
const mostAcross = 12

/**
 * Who works together for whom, a level's mark for each collaboration: citizen groups down and units across, or
 * the other way where there are many units.
 */
export function CoverageTable({ week }: { week: Week }) {
  const { t } = useWords()
  const isTurned = week.units.length > mostAcross
  const fold = useFold(isTurned ? week.units.length : 0)
  if (week.citizenGroups.length === 0 || week.units.length === 0) return null
  const [down, across] = isTurned ? [week.units, week.citizenGroups] : [week.citizenGroups, week.units]
  const sessionsOf = (id: string, isUnit: boolean) => isUnit ? sessionsOfUnit(week, id) : sessionsOfGroup(week, id)
  return (
    <section aria-labelledby="coverage-heading" className="stack">
      <h2 id="coverage-heading">{t('coverage.title')}</h2>
      <p className="quiet">{t('coverage.text')}</p>
      <div className="table-scroll" role="group" aria-labelledby="coverage-heading" tabIndex={0}>
        <table role="table" className="coverage stacking" data-testid="coverage">
          <thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">
            {t(isTurned ? 'unit' : 'coverage.group')}
          </th>{across.map(one => <th key={one.id} role="columnheader" scope="col">{one.name}</th>)}</tr></thead>
          <tbody role="rowgroup">{down.map((one, index) => (
            <tr role="row" key={one.id} className={fold.at(index)}>
              <th role="rowheader" scope="row">{one.name}<SessionLinks sessions={sessionsOf(one.id, isTurned)} /></th>
              {across.map(other => <CoverageCell key={other.id} week={week} group={isTurned ? other.id : one.id}
                unit={isTurned ? one.id : other.id} label={other.name} />)}
            </tr>
          ))}</tbody>
          {week.sessions.length > 0 && <tfoot role="rowgroup"><tr role="row">
            <th role="rowheader" scope="row">{t('coverage.sessions')}</th>
            {across.map(one => <td role="cell" key={one.id} data-label={one.name} data-testid={`sessions-of-${one.id}`}>
              <SessionLinks sessions={sessionsOf(one.id, !isTurned)} />
            </td>)}
          </tr></tfoot>}
        </table>
      </div>
      {fold.more !== null && <p>{fold.more}</p>}
      <p className="cluster legend">
        {levels.map(level => <LevelMark key={level} level={level} />)}
        <span className="legend-check"><Icon name="check" />{t('coverage.confirmed')}</span>
      </p>
    </section>
  )
}

function CoverageCell({ week, group, unit, label }: { week: Week, group: string, unit: string, label: string }) {
  const { t } = useWords()
  const found = coverage(week, group, unit)
  return (
    <td role="cell" data-label={label} className={found.length === 0 ? 'nothing' : undefined}>
      {found.length === 0 ? <span className="quiet">
        <span aria-hidden="true">–</span>
        <span className="visually-hidden">{t('coverage.none')}</span>
      </span>
        : found.map(one => (
          <Link key={one.modelId} href={paths.model(one.sessionId, one.modelId)} className="coverage-mark"
            title={one.title}>
            <LevelMark level={one.level} wordless /><span className="visually-hidden">: {one.title}</span>
            {one.state === 'confirmed' && (
              <><Icon name="check" /><span className="visually-hidden">, {t('model.state.confirmed')}</span></>
            )}
          </Link>
        ))}
    </td>
  )
}

/** Sessions by name, with their day. */
function SessionLinks({ sessions }: { sessions: readonly WeekSession[] }) {
  const { t, language } = useWords()
  if (sessions.length === 0) return <span className="quiet small coverage-sessions">{t('coverage.noSessions')}</span>
  return (
    <ul className="plain small coverage-sessions">{sessions.map(session => (
      <li key={session.id}><Link href={paths.session(session.id)}>{session.title}</Link> <span className="quiet">
        {[formatShortDate(session.date, language), formatTime(session.startsAt, language)].filter(Boolean).join(' ')}
      </span></li>
    ))}</ul>
  )
}
