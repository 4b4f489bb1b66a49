export interface Point { x: number, y: number }

const round = (value: number) => Math.round(value * 100) / 100

/** A place on a wheel: `part` of the way around, from the top and with the clock. */
export function at(centre: number, radius: number, part: number): Point {
  const angle = part * 2 * Math.PI - Math.PI / 2
  return { x: round(centre + radius * Math.cos(angle)), y: round(centre + radius * Math.sin(angle)) }
}

/** A band between two radii and two parts of the way around, as an SVG path. At least wide enough to be seen. */
export function arc(centre: number, inner: number, outer: number, from: number, to: number): string {
  const end = Math.min(Math.max(to, from + 0.004), from + 0.9999)
  const long = end - from > 0.5 ? 1 : 0
  const [a, b, c, d] = [
    at(centre, outer, from), at(centre, outer, end), at(centre, inner, end), at(centre, inner, from)
  ]
  return `M${a.x} ${a.y}A${outer} ${outer} 0 ${long} 1 ${b.x} ${b.y}`
    + `L${c.x} ${c.y}A${inner} ${inner} 0 ${long} 0 ${d.x} ${d.y}Z`
}
