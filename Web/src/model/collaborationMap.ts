import type { Level } from './level'
import type { Week } from './week'
import { at } from './wheel'

export interface MapNode {
  key: string
  kind: 'unit' | 'group'
  name: string
  lines: string[]
  x: number
  y: number
  above: boolean
  isUsed: boolean
}
export interface MapEdge {
  key: string
  level: Level
  from: { x: number, y: number }
  to: { x: number, y: number }
  title: string
}
export interface MapRow {
  modelId: string
  sessionId: string
  title: string
  level: Level
  group: string
  units: string[]
}
export interface CollaborationMap { nodes: MapNode[], edges: MapEdge[], rows: MapRow[], isCrowded: boolean }

/** With more units than this, those without a collaboration are left out; */
const mostUnits = 16
/** and with more of these, names are left to the table. */
const mostNames = 28

/**
 * Where everything stands: units around, citizen groups inside. Each collaboration joins its units two by two, moved a
 * little aside where two units share several, and its citizen group to each of them.
 */
export function collaborationMap(
  week: Week, chosen: { levels: readonly Level[], group: string }, width: number, height: number
): CollaborationMap {
  const models = week.sessions
    .flatMap(session => session.models.map(model => ({ model, session, group: session.citizenGroupId ?? '' })))
      .filter(one => chosen.levels.includes(one.model.level) && (chosen.group === '' || one.group === chosen.group))
  const used = new Set(models.flatMap(one => [...one.model.parties.map(id => `unit ${id}`), `group ${one.group}`]))
  const units = week.units.length > mostUnits ? week.units.filter(unit => used.has(`unit ${unit.id}`)) : week.units
  const isCrowded = units.length > mostNames
  const nodes = [...ring('unit', units, 0.37, width, height), ...ring('group', week.citizenGroups, 0.12, width, height)]
    .map(node => ({ ...node, isUsed: used.has(node.key), lines: isCrowded && node.kind === 'unit' ? [] : node.lines }))
  const places = new Map(nodes.map(node => [node.key, node]))
  const between = new Map<string, number>()
  const edge = (from: string, to: string, level: Level, title: string, key: string): MapEdge[] => {
    const [a, b] = [places.get(from), places.get(to)]
    if (!a || !b) return []
    const pair = [from, to].sort().join(' | ')
    const order = between.get(pair) ?? 0
    between.set(pair, order + 1)
    const length = Math.hypot(b.x - a.x, b.y - a.y) || 1
    const aside = (order % 2 === 0 ? order / 2 : -(order + 1) / 2) * 5
    const [dx, dy] = [-(b.y - a.y) / length * aside, (b.x - a.x) / length * aside]
    return [{ key, level, title, from: { x: a.x + dx, y: a.y + dy }, to: { x: b.x + dx, y: b.y + dy } }]
  }
  const edges = models.flatMap(({ model, group }) => {
    const parties = model.parties.map(id => `unit ${id}`)
    return [
      ...parties.flatMap((from, index) =>
        parties.slice(index + 1).flatMap(to => edge(from, to, model.level, model.title, `${model.id} ${from} ${to}`))),
      ...parties.flatMap(from => edge(`group ${group}`, from, model.level, model.title, `${model.id} ${from} group`)),
    ]
  })
  const name = (id: string) => week.units.find(unit => unit.id === id)?.name ?? id
  const rows = models.map(({ model, session, group }) => ({
    modelId: model.id, sessionId: session.id, title: model.title, level: model.level,
    group: week.citizenGroups.find(one => one.id === group)?.name ?? '', units: model.parties.map(name),
  }))
  return { nodes, edges, rows, isCrowded }
}

function ring(
  kind: MapNode['kind'], things: readonly { id: string, name: string }[], part: number, width: number, height: number
): Omit<MapNode, 'isUsed'>[] {
  return things.map((thing, index) => {
    // An oval: names are wider than they are high. Groups are turned a little, so that no line lies over another's
    // node.
    const turn = (index + (kind === 'group' ? 0.25 : 0)) / things.length
    const place = at(0, 1, turn)
    return {
      key: `${kind} ${thing.id}`, kind, name: thing.name, lines: brokenName(thing.name), above: place.y < -0.3,
      x: Math.round(width / 2 + place.x * width * part), y: Math.round(height / 2 + place.y * height * part),
    }
  })
}

/** A name on at most three lines of some twenty letters. */
export function brokenName(name: string): string[] {
  const lines: string[] = ['']
  for (const word of name.split(' ')) {
    const last = lines.at(-1) ?? ''
    if (last !== '' && last.length + word.length > 20) lines.push(word)
    else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`
  }
  return lines.length <= 3 ? lines : [...lines.slice(0, 2), `${lines[2] ?? ''} …`]
}
