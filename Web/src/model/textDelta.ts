import type { DeltaStep, TextChange } from './textDiff'

/** A step of a change of plain text. Lengths are UTF-16 units; what stands behind the last step stays as it is. */
export type TextStep = { retain: number } | { insert: string } | { delete: number }

/** A change of a text, from its beginning to its end. */
export type TextDelta = readonly TextStep[]

/** What stands for something in a shared text that is not text: it has a place of its own, one unit wide. */
export const objectMark = '\uFFFC'

export function deltaOf({ index, removed, inserted }: TextChange): TextDelta {
  const delta: TextStep[] = []
  add(delta, { retain: index })
  add(delta, { insert: inserted })
  add(delta, { delete: removed })
  return delta
}

/** A Y.Text event's delta: formats count as nothing, embedded things as one unit. */
export function textSteps(steps: readonly DeltaStep[]): TextDelta {
  const delta: TextStep[] = []
  for (const step of steps) {
    if (step.retain !== undefined) add(delta, { retain: step.retain })
    else if (step.delete !== undefined) add(delta, { delete: step.delete })
    else if (step.insert !== undefined) {
      add(delta, { insert: typeof step.insert === 'string' ? step.insert : objectMark })
    }
  }
  return delta
}

export function applyDelta(text: string, delta: TextDelta): string {
  let result = ''
  let at = 0
  for (const step of delta) {
    if ('insert' in step) result += step.insert
    else if ('delete' in step) at += step.delete
    else {
      result += text.slice(at, at + step.retain)
      at += step.retain
    }
  }
  return result + text.slice(at)
}

/**
 * `delta` as it is after `other`, where both were made of the same text. Where both insert in one place, `delta`'s
 * text comes first when `isFirst`. So `other` followed by the result, and `delta` followed by `other` transformed by
 * it with the opposite `isFirst`, lead to the same text. What `other` inserts inside a stretch that `delta` deletes
 * stays.
 */
export function transformDelta(delta: TextDelta, other: TextDelta, isFirst: boolean): TextDelta {
  const mine = new Reader(delta)
  const theirs = new Reader(other)
  const result: TextStep[] = []
  while (!mine.isDone) {
    const inserted = theirs.inserted
    if (inserted !== null && (mine.inserted === null || !isFirst)) {
      add(result, { retain: inserted.length })
      theirs.take(inserted.length)
      continue
    }
    if (mine.inserted !== null) {
      add(result, { insert: mine.inserted })
      mine.take(mine.inserted.length)
      continue
    }
    const length = Math.min(mine.left, theirs.left)
    if (!theirs.isDeleting) add(result, mine.isDeleting ? { delete: length } : { retain: length })
    mine.take(length)
    theirs.take(length)
  }
  return result
}

/** Walks through a delta in pieces. Behind its end everything is retained. */
class Reader {
  private index = 0
  private used = 0

  constructor(private readonly delta: TextDelta) {}

  get isDone(): boolean {
    return this.index >= this.delta.length
  }

  get inserted(): string | null {
    const step = this.delta[this.index]
    return step !== undefined && 'insert' in step ? step.insert.slice(this.used) : null
  }

  get isDeleting(): boolean {
    const step = this.delta[this.index]
    return step !== undefined && 'delete' in step
  }

  /** How much is left of the step. */
  get left(): number {
    const step = this.delta[this.index]
    return step === undefined ? Number.POSITIVE_INFINITY : lengthOf(step) - this.used
  }

  take(length: number): void {
    this.used += length
    if (this.left > 0) return
    this.index += 1
    this.used = 0
  }
}

function lengthOf(step: TextStep): number {
  if ('insert' in step) return step.insert.length
  return 'delete' in step ? step.delete : step.retain
}

/** Adds a step, to the one before where they are of a kind. */
function add(delta: TextStep[], step: TextStep): void {
  const last = delta.at(-1)
  if (lengthOf(step) === 0) return
  if (last !== undefined && 'retain' in last && 'retain' in step) last.retain += step.retain
  else if (last !== undefined && 'delete' in last && 'delete' in step) last.delete += step.delete
  else if (last !== undefined && 'insert' in last && 'insert' in step) last.insert += step.insert
  else delta.push({ ...step })
}
