import * as Y from 'yjs'
import { objectMark, type TextDelta } from './textDelta'

/** All that stands in a shared text, each of its units one of the string: what is no text stands as a mark. */
export function contentOf(text: Y.Text): string {
  const letters = text.toString()
  if (letters.length === text.length) return letters
  const steps = text.toDelta() as { insert: unknown }[]
  return steps.map(({ insert }) => typeof insert === 'string' ? insert : objectMark).join('')
}

/** Call inside a transaction. */
export function applyToText(text: Y.Text, delta: TextDelta): void {
  let at = 0
  for (const step of delta) {
    if ('retain' in step) at += step.retain
    else if ('delete' in step) text.delete(at, step.delete)
    else {
      text.insert(at, step.insert)
      at += step.insert.length
    }
  }
}

/** How many units a change adds and takes away. */
export function sizeOf(delta: TextDelta): number {
  return delta.reduce((sum, step) =>
    sum + ('insert' in step ? step.insert.length : 'delete' in step ? step.delete : 0), 0)
}
