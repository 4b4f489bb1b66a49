import type { ReactionCounts } from '../model/reactions'
import type { ModelSummary } from '../model/modelSummary'
import type { Participant, Self, Waiting } from '../model/session'
import type { SessionEvent } from '../model/sessionEvent'
import type { StateMessage } from './stateParts'

/** What the server says on a session's socket. */
export type SessionMessage =
  | { type: 'welcome', seq: number, now: number, you?: Self & { role?: string } }
  | { type: 'event', seq: number, at: number, event: SessionEvent }
  | StateMessage
  | { type: 'presence', present: string[] }
  | { type: 'presenceChange', came: string[], left: string[] }
  | { type: 'participant', participant: Participant }
  | { type: 'model', model: ModelSummary }
  | { type: 'accepted', id: string, seq?: number }
  | { type: 'refused', id: string, code: string, reason: string, reasonEn?: string }
  | { type: 'pong', now: number }
  | { type: 'storage', works: boolean }
  | { type: 'reactions', counts: ReactionCounts }
  | { type: 'namesDeleted', participants: string[] }
  /** The first of those who wait, and how many there are. */
  | { type: 'door', waiting: Waiting[], count?: number }

/** Null for a frame that is no message; unknown types are left to the reader to skip. */
export function parseSessionMessage(text: string): SessionMessage | null {
  try {
    const value = JSON.parse(text) as unknown
    if (typeof value !== 'object' || value === null) return null
    return typeof (value as { type?: unknown }).type === 'string' ? value as SessionMessage : null
  } catch {
    return null
  }
}
