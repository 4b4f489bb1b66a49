import type { SessionMessage } from '../model/generated/types'

export type { SessionMessage } from '../model/generated/types'

/** Null for a frame that is no message; unknown types are left to the reader to skip. */
export function parseSessionMessage(text: string): SessionMessage | null {
  try {
    const value: SessionMessage | null = JSON.parse(text)
    return typeof value === 'object' && value !== null && typeof value.type === 'string' ? value : null
  } catch {
    return null
  }
}
