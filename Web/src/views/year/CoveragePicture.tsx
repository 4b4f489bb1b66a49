import type { ObjectiveStatus } from '../../model/planYear'
import { useWords } from '../shared/LanguageContext'

const row = 30
const column = 64
const left = 40
const top = 30

/** Objectives by number down, years across, a filled mark where one was worked on. The table says the same in words. */
export function CoveragePicture({ objectives, years }: {
  objectives: readonly ObjectiveStatus[], years: readonly number[]
}) {
  const { t } = useWords()
  const width = left + years.length * column
  const height = top + objectives.length * row + 8
  const counts = years.map(year => t('objectives.picture.year', {
    year, count: objectives.filter(one => one.years.includes(year)).length, all: objectives.length
  }))
  return (
    <figure className="coverage-picture stack" data-testid="coverage-picture">
      <svg viewBox={`0 0 ${width} ${height}`} style={{ width: `min(100%, ${width}px)` }} role="img"
        aria-labelledby="coverage-picture-text">
        {years.map((year, index) => <text key={year} className="chart-word" x={left + (index + 0.5) * column} y={18}
          textAnchor="middle">{year}</text>)}
        {objectives.map((one, place) => {
          const y = top + (place + 0.5) * row
          return (
            <g key={one.objectiveId}>
              <title>{one.text}</title>
              <line className="chart-grid" x1={left} x2={width} y1={y} y2={y} />
              <text className="chart-word" x={left - 12} y={y + 5} textAnchor="end">{place + 1}</text>
              {years.map((year, index) => <circle key={year}
                className={`coverage-point ${one.years.includes(year) ? 'worked' : ''}`}
                cx={left + (index + 0.5) * column} cy={y} r="9" />)}
            </g>
          )
        })}
      </svg>
      <figcaption id="coverage-picture-text" className="quiet">{t('objectives.picture')} {counts.join(' ')}</figcaption>
    </figure>
  )
}
