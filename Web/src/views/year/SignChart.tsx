import { formatDate } from '../../model/dates'
import type { SignSeries } from '../../model/planYear'
import { signPicture } from '../../model/signPicture'
import { useWords } from '../shared/LanguageContext'

const width = 400
const height = 220

/** A sign over time: where it began, where it is to go, what was seen. The table says the same. */
export function SignChart({ sign, headingLevel = 3, notSeen }: {
  sign: SignSeries, headingLevel?: 3 | 4, notSeen?: string
}) {
  const { t, language } = useWords()
  const picture = signPicture(sign, width, height)
  const id = `sign-${sign.signId}`
  const hasRemarks = sign.observations.some(one => one.remark !== undefined)
  const Heading = `h${headingLevel}` as const
  return (
    <figure className="sign-chart stack" data-testid={`chart-${sign.signId}`}>
      <figcaption><Heading id={id}>{sign.title}</Heading></figcaption>
      {picture && <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-labelledby={id}>
        {picture.baseline !== undefined && (
          <g><line className="chart-baseline" x1={picture.left} x2={width - 8} y1={picture.baseline.y}
            y2={picture.baseline.y} /><text className="chart-word" x={width - 10} y={picture.baseline.y - 5}
              textAnchor="end">{t('year.baseline')} {picture.baseline.text}</text></g>
        )}
        {picture.target !== undefined && (
          <g><line className="chart-target" x1={picture.left} x2={width - 8} y1={picture.target.y}
            y2={picture.target.y} /><text className="chart-word" x={picture.left + 2} y={picture.target.y - 5}>
              {t('year.target')} {picture.target.text}
            </text></g>
        )}
        <polyline className="chart-line" points={picture.points.map(point => `${point.x},${point.y}`).join(' ')} />
        {picture.points.map(point => <g key={`${point.date} ${point.text}`}>
          <circle className="chart-point" cx={point.x} cy={point.y} r="5" />
          <text className="chart-word" x={point.x} y={point.y - 12} textAnchor="middle">{point.text.slice(0, 12)}</text>
        </g>)}
        <line className="chart-axis" x1={picture.left} x2={width - 8} y1={height - 26} y2={height - 26} />
        <text className="chart-word" x={picture.left} y={height - 8}>{formatDate(picture.from, language)}</text>
        {picture.to !== picture.from && <text className="chart-word" x={width - 8} y={height - 8} textAnchor="end">
          {formatDate(picture.to, language)}
        </text>}
      </svg>}
      <div className="table-scroll" role="group" aria-labelledby={id} tabIndex={0}>
        <table className="quiet-table">
          <thead><tr><th scope="col">{t('year.when')}</th><th scope="col">{t('year.seen')}</th>{hasRemarks && (
            <th scope="col">{t('year.remark')}</th>
          )}</tr></thead>
          <tbody>
            {sign.baseline && (
              <tr><th scope="row">{t('year.baseline')}</th><td>{sign.baseline.text}</td>{hasRemarks && <td />}</tr>
            )}
            {sign.observations.map((one, index) => <tr key={index}>
              <th scope="row">{one.date === undefined ? t('year.undated') : formatDate(one.date, language)}</th>
              <td>{one.text}</td>
              {hasRemarks && <td>{one.remark}</td>}
            </tr>)}
            {sign.target && (
              <tr><th scope="row">{t('year.target')}</th><td>{sign.target.text}</td>{hasRemarks && <td />}</tr>
            )}
          </tbody>
        </table>
      </div>
      {sign.observations.length === 0 && <p className="quiet">{notSeen ?? t('year.signs.notSeen')}</p>}
    </figure>
  )
}
