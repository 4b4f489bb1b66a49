import { useState } from 'react'
import { levels, type Level } from '../../model/level'
import { collaborationMap } from '../../model/collaborationMap'
import type { Week } from '../../model/week'
import { useWords } from '../shared/LanguageContext'
import { paths } from '../shared/routes'
import { LevelMark } from '../ui/LevelMark'
import { Link } from '../ui/Link'
import { useFold } from '../ui/useFold'

/** From here on a list is quicker to search than to look through. */
const searchFrom = 12
const width = 720
const height = 520

/**
 * Units and citizen groups, with a line for each collaboration in its level's colour and
 * stroke. The table says the same.
 */
export function CollaborationMap({ week }: { week: Week }) {
  const { t } = useWords()
  const [shown, setShown] = useState<readonly Level[]>(levels)
  const [group, setGroup] = useState('')
  const [search, setSearch] = useState('')
  const map = collaborationMap(week, { levels: shown, group }, width, height)
  const needle = search.trim().toLocaleLowerCase('da')
  const rows =
    map.rows.filter(row => [row.title, ...row.units].some(text => text.toLocaleLowerCase('da').includes(needle)))
  const fold = useFold(rows.length)
  if (week.units.length === 0 || week.sessions.every(session => session.models.length === 0)) return null
  const toggle = (level: Level) =>
    setShown(before => before.includes(level) ? before.filter(one => one !== level) : [...before, level])
  return (
    <section className="stack" aria-labelledby="map-heading" data-testid="collaboration-map">
      <h2 id="map-heading">{t('map.title')}</h2>
      <div className="cluster map-tools no-print">
        <fieldset className="cluster map-levels"><legend className="visually-hidden">{t('map.levels')}</legend>
          {levels.map(level => (
            <label key={level} className="choice"><input type="checkbox" checked={shown.includes(level)}
              onChange={() => toggle(level)} data-testid={`map-${level}`} /><LevelMark level={level} /></label>
          ))}
        </fieldset>
        <label htmlFor="map-group">{t('map.group')}</label>
        <select id="map-group" className="input" value={group} onChange={event => setGroup(event.target.value)}
          data-testid="map-group">
          <option value="">{t('map.allGroups')}</option>
          {week.citizenGroups.map(one => <option key={one.id} value={one.id}>{one.name}</option>)}
        </select>
      </div>
      <p role="status" className="quiet">
        {t('map.count', { count: map.rows.length })} {map.isCrowded && t('map.crowded')}
      </p>
      <div className="map-picture" role="group" aria-labelledby="map-heading" tabIndex={0}>
        <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-labelledby="map-heading">
          {map.edges.map(edge => <line key={edge.key} className={`map-edge ${edge.level}`} x1={edge.from.x}
            y1={edge.from.y} x2={edge.to.x} y2={edge.to.y}><title>{edge.title}</title></line>)}
          {map.nodes.map(node => (
            <g key={node.key} className={`map-node ${node.kind} ${node.isUsed ? '' : 'unused'}`}>
              <title>{node.name}</title>
              {node.kind === 'unit'
                ? <circle cx={node.x} cy={node.y} r="9" />
                : <rect x={node.x - 9} y={node.y - 9} width="18" height="18" />}
              {node.lines.map((line, index) => <text key={index} x={node.x}
                y={node.y + (node.above ? -16 - (node.lines.length - 1 - index) * 16 : 26 + index * 16)}
                textAnchor="middle">{line}</text>)}
            </g>
          ))}
        </svg>
      </div>
      <p className="cluster legend"><span><svg viewBox="0 0 12 12" aria-hidden="true"><circle className="map-key" cx="6"
        cy="6" r="5" /></svg>{t('map.unit')}</span><span><svg viewBox="0 0 12 12" aria-hidden="true"><rect
          className="map-key group" x="1" y="1" width="10" height="10" /></svg>{t('map.citizenGroup')}</span></p>
      {map.rows.length > searchFrom
        && <div className="field no-print"><label htmlFor="map-search">{t('map.search')}</label>
          <input id="map-search" type="search" className="input" value={search}
            onChange={event => setSearch(event.target.value)} data-testid="map-search" />
          <p role="status" className="quiet">{t('map.found', { count: rows.length, all: map.rows.length })}</p></div>}
      <div className="table-scroll" role="group" aria-labelledby="map-heading" tabIndex={0}>
        <table role="table" className="quiet-table stacking" data-testid="map-table">
          <thead role="rowgroup"><tr role="row">
            <th role="columnheader" scope="col">{t('map.collaboration')}</th>
            <th role="columnheader" scope="col">{t('map.level')}</th>
            <th role="columnheader" scope="col">{t('map.citizenGroup')}</th>
            <th role="columnheader" scope="col">{t('map.units')}</th>
          </tr></thead>
          <tbody role="rowgroup">{rows.map((row, index) => (
            <tr role="row" key={row.modelId} className={needle === '' ? fold.at(index) : undefined}><th role="rowheader"
              scope="row"><Link href={paths.model(row.sessionId, row.modelId)}>{row.title}</Link></th>
              <td role="cell" data-label={t('map.level')}><LevelMark level={row.level} /></td>
              <td role="cell" data-label={t('map.citizenGroup')}>{row.group}</td>
              <td role="cell" data-label={t('map.units')}>{row.units.join(', ')}</td>
            </tr>
          ))}</tbody>
        </table>
      </div>
      {needle === '' && fold.more !== null && <p>{fold.more}</p>}
    </section>
  )
}
