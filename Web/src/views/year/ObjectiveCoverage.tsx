import type { ObjectiveReport } from '../../model/planYear'
import { useWords } from '../shared/LanguageContext'
import { Icon } from '../ui/Icon'
import { CoveragePicture } from './CoveragePicture'

/** Objectives down, years across: which were worked on when. Every one has to be, within four years. */
export function ObjectiveCoverage({ report }: { report: ObjectiveReport }) {
  const { t } = useWords()
  const last = report.years.at(-1)
  if (last === undefined || report.objectives.length === 0) return null
  const years = [last - 3, last - 2, last - 1, last]
  const lacking = report.objectives.filter(one => !years.some(year => one.years.includes(year))).length
  return (
    <section className="stack" aria-labelledby="objective-coverage">
      <h2 id="objective-coverage">{t('objectives.coverage')}</h2>
      <p>{lacking === 0 ? t('objectives.coverage.all') : t('objectives.coverage.lacking', { count: lacking })}</p>
      <CoveragePicture objectives={report.objectives} years={years} />
      <div className="table-scroll" role="group" aria-labelledby="objective-coverage" tabIndex={0}>
        <table className="coverage" data-testid="objective-coverage">
          <thead><tr><th scope="col">{t('objectives.objective')}</th>{years.map(year => (
            <th key={year} scope="col">{year}</th>
          ))}</tr></thead>
          <tbody>{report.objectives.map((one, index) => (
            <tr key={one.objectiveId}>
              <th scope="row">{index + 1}. {one.text}</th>
              {years.map(year => <td key={year}>{one.years.includes(year)
                ? <span className="coverage-year">
                  <Icon name="check" />
                  <span className="visually-hidden">{t('yes')}</span>
                </span>
                : <span className="quiet">
                  <span aria-hidden="true">–</span>
                  <span className="visually-hidden">{t('no')}</span>
                </span>}</td>)}
            </tr>
          ))}</tbody>
        </table>
      </div>
    </section>
  )
}
