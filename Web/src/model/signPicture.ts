import type { SignSeries } from './planYear'

export interface SignPicture {
  left: number
  from: string
  to: string
  points: { x: number, y: number, date: string, text: string }[]
  baseline?: { y: number, text: string }
  target?: { y: number, text: string }
}

const margin = { left: 8, right: 8, top: 32, bottom: 56 }

/**
 * Where a sign's dated numbers stand in a picture; null where there is nothing to draw. What is
 * told in words stands in the table.
 */
export function signPicture(sign: SignSeries, width: number, height: number): SignPicture | null {
  const seen = sign.observations.flatMap(one =>
    one.date === undefined || one.value === undefined ? [] : [{ date: one.date, value: one.value, text: one.text }])
  const [first, last] = [seen[0], seen.at(-1)]
  if (!first || !last) return null
  const values = [
    ...seen.map(one => one.value),
    ...[sign.baseline?.value, sign.target?.value].flatMap(one => one === undefined ? [] : [one])
  ]
  const [low, high] = [Math.min(...values), Math.max(...values)]
  // One level line stands in the middle.
  const span = high - low
  const y = (value: number) => round(span === 0
    ? (margin.top + height - margin.bottom) / 2
    : height - margin.bottom - (value - low) / span * (height - margin.top - margin.bottom))
  const [start, end] = [Date.parse(first.date), Date.parse(last.date)]
  const inner = { left: margin.left + 32, right: width - margin.right - 32 }
  const x = (date: string) => round(end === start
    ? (inner.left + inner.right) / 2
    : inner.left + (Date.parse(date) - start) / (end - start) * (inner.right - inner.left))
  const line = (one: SignSeries['baseline']) =>
    one?.value === undefined ? undefined : { y: y(one.value), text: one.text }
  const [baseline, target] = [line(sign.baseline), line(sign.target)]
  return {
    left: margin.left, from: first.date, to: last.date,
    points: seen.map(one => ({ x: x(one.date), y: y(one.value), date: one.date, text: one.text })),
    ...(baseline ? { baseline } : {}), ...(target ? { target } : {}),
  }
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
