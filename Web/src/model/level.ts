/** How far units go together; ordered from least to most. */
export type Level = 'knowledge' | 'coordination' | 'coCreation'

export const levels: readonly Level[] = ['knowledge', 'coordination', 'coCreation']

export function isLevel(value: unknown): value is Level {
  return levels.some(level => level === value)
}
