import { formatDate, monthName } from '../../model/dates'
import { partOfYear, type PlanYear } from '../../model/planYear'
import { arc, at } from '../../model/wheel'
import { useWords } from '../shared/LanguageContext'

const size = 400
const centre = size / 2

/**
 * The year as a wheel: months around, trial actions as bands, dates as marks. What it shows
 * stands in the calendar in words.
 */
export function YearWheel({ year, today }: { year: PlanYear, today: string }) {
  const { t, language } = useWords()
  const actions = year.trialActions.filter(one => one.start !== undefined && one.end !== undefined
    && one.start <= `${year.year}-12-31` && one.end >= `${year.year}-01-01`).slice(0, 8)
  const part = (date: string) => partOfYear(date, year.year)
  const marks = [
    ...year.followUps.map(one => ({ key: one.id, date: one.date, done: one.doneOn !== undefined, kind: 'followUp' })),
    ...year.dates.map(one => ({ key: `${one.section} ${one.id}`, date: one.date, done: false, kind: 'date' }))
  ]
  const isThisYear = today.startsWith(String(year.year))
  return (
    <figure className="wheel stack" aria-labelledby="wheel-heading">
      <figcaption>
        <h2 id="wheel-heading">{t('year.wheel', { year: year.year })}</h2>
        <p className="quiet">{t('year.wheel.text', { actions: actions.length, marks: marks.length })}</p>
      </figcaption>
      <svg viewBox={`0 0 ${size} ${size}`} role="img" aria-labelledby="wheel-heading" data-testid="year-wheel">
        {Array.from({ length: 12 }, (_, month) => {
          const label = at(centre, 184, (month + 0.5) / 12)
          return (
            <g key={month}>
              <path className={`wheel-month ${month % 2 === 0 ? 'even' : ''}`}
                d={arc(centre, 168, 198, month / 12, (month + 1) / 12)} />
              <text x={label.x} y={label.y} className="wheel-word" textAnchor="middle" dominantBaseline="central">
                {monthName(month, language).slice(0, 3)}
              </text>
            </g>
          )
        })}
        {[0.25, 0.5, 0.75, 1].map(quarter => {
          const [from, to] = [at(centre, 30, quarter), at(centre, 168, quarter)]
          return <line key={quarter} className="wheel-line" x1={from.x} y1={from.y} x2={to.x} y2={to.y} />
        })}
        {year.developmentWeek?.start !== undefined && (
          <path className="wheel-week" d={arc(centre, 30, 168, part(year.developmentWeek.start), Math.max(
            part(year.developmentWeek.end ?? year.developmentWeek.start), part(year.developmentWeek.start) + 0.008
          ))} />
        )}
        {actions.map((action, index) => (
          <path key={action.id} className={`wheel-action tone-${index % 12}`}
            d={arc(centre, 128 - index * 12, 137 - index * 12, part(action.start ?? ''), part(action.end ?? ''))}>
            <title>
              {`${action.title}: ${formatDate(action.start, language)} – ${formatDate(action.end, language)}`}
            </title>
          </path>
        ))}
        {marks.map(mark => {
          const place = at(centre, mark.kind === 'followUp' ? 158 : 147, part(mark.date))
          return mark.kind === 'followUp'
            ? <rect key={mark.key} className={`wheel-mark ${mark.done ? 'done' : ''}`} x={place.x - 5} y={place.y - 5}
                width="10" height="10" />
            : <circle key={mark.key} className="wheel-mark date" cx={place.x} cy={place.y} r="4" />
        })}
        {isThisYear && <line className="wheel-today" x1={at(centre, 24, part(today)).x}
          y1={at(centre, 24, part(today)).y} x2={at(centre, 168, part(today)).x} y2={at(centre, 168, part(today)).y} />}
        <text x={centre} y={centre} className="wheel-year" textAnchor="middle" dominantBaseline="central">
          {year.year}
        </text>
      </svg>
      <ul className="cluster legend">
        <li><svg viewBox="0 0 12 12" aria-hidden="true"><rect className="wheel-mark" x="1" y="1" width="10"
          height="10" /></svg>{t('year.wheel.followUp')}</li>
        <li><svg viewBox="0 0 12 12" aria-hidden="true"><rect className="wheel-mark done" x="1" y="1" width="10"
          height="10" /></svg>{t('year.wheel.done')}</li>
        <li>
          <svg viewBox="0 0 12 12" aria-hidden="true"><circle className="wheel-mark date" cx="6" cy="6" r="4" /></svg>
          {t('year.wheel.date')}
        </li>
        {actions.map((action, index) => <li key={action.id}><svg viewBox="0 0 12 12" aria-hidden="true"><rect
          className={`wheel-action tone-${index % 12}`} x="0" y="3" width="12" height="6" /></svg>{action.title}</li>)}
      </ul>
    </figure>
  )
}
