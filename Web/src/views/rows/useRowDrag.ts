import { useState, type PointerEvent as ReactPointerEvent, type RefObject } from 'react'

interface Drag { dragged: string | null, over: string | null, side: 'before' | 'after' }

const none: Drag = { dragged: null, over: null, side: 'before' }

/** Moving a row with mouse or finger; the buttons do the same by keyboard. */
export function useRowDrag(
  list: RefObject<HTMLElement>, ids: readonly string[], move: (id: string, to: number) => void
) {
  const [drag, setDrag] = useState<Drag>(none)

  const start = (event: ReactPointerEvent<HTMLElement>, id: string) => {
    if (event.button !== 0) return
    event.preventDefault()
    const handle = event.currentTarget
    handle.setPointerCapture(event.pointerId)
    let latest: Drag = { dragged: id, over: null, side: 'before' }
    setDrag(latest)
    const moved = (pointer: PointerEvent) => {
      latest = { dragged: id, ...placeAt(list.current, pointer.clientY, id) }
      setDrag(latest)
    }
    const finish = (drop: boolean) => {
      handle.removeEventListener('pointermove', moved)
      handle.removeEventListener('pointerup', dropped)
      handle.removeEventListener('pointercancel', cancelled)
      window.removeEventListener('keydown', escaped)
      setDrag(none)
      if (!drop || latest.over === null) return
      const others = ids.filter(one => one !== id)
      const target = others.indexOf(latest.over) + (latest.side === 'after' ? 1 : 0)
      if (target !== ids.indexOf(id)) move(id, target)
    }
    const dropped = () => finish(true)
    const cancelled = () => finish(false)
    const escaped = (key: KeyboardEvent) => { if (key.key === 'Escape') finish(false) }
    handle.addEventListener('pointermove', moved)
    handle.addEventListener('pointerup', dropped)
    handle.addEventListener('pointercancel', cancelled)
    window.addEventListener('keydown', escaped)
  }
  return { ...drag, start }
}

/** The row nearest to the pointer, other than the one that is dragged, and which side of it. */
function placeAt(list: HTMLElement | null, y: number, dragged: string): Pick<Drag, 'over' | 'side'> {
  let best: Pick<Drag, 'over' | 'side'> = { over: null, side: 'before' }
  let distance = Number.POSITIVE_INFINITY
  for (const row of list?.querySelectorAll<HTMLElement>('[data-row]') ?? []) {
    const id = row.dataset['row'] ?? ''
    if (id === dragged) continue
    const box = row.getBoundingClientRect()
    const middle = box.top + box.height / 2
    if (Math.abs(y - middle) < distance) {
      distance = Math.abs(y - middle)
      best = { over: id, side: y < middle ? 'before' : 'after' }
    }
  }
  return best
}
