import type { Level } from './generated/types'

/** How far units go together; ordered from least to most. */
export type { Level } from './generated/types'

export const levels: readonly Level[] = ['knowledge', 'coordination', 'coCreation']

export function isLevel(value: unknown): value is Level {
  return levels.some(level => level === value)
}
