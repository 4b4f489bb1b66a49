import type { SessionCommand, SessionEvent } from './generated/types'
import { applyEvent, initialSessionState, remainingMs, type SessionState } from './sessionState'

/** A session that has not begun, with an agenda: where a rehearsal starts. */
export function rehearsalOf({ agenda }: SessionState): SessionState {
  return { ...initialSessionState, agenda }
}

/**
 * The state after a command that somebody tries alone: walking through the agenda and the timer, as the server would
 * decide them. Null for all else, which is for others to see.
 */
export function rehearsed(state: SessionState, command: SessionCommand, at: number): SessionState | null {
  const event = eventOf(state, command, at)
  return event === null ? null : applyEvent(state, state.seq + 1, at, event)
}

function eventOf(state: SessionState, command: SessionCommand, at: number): SessionEvent | null {
  const left = Math.max(0, remainingMs(state.timer, at) ?? 0)
  switch (command.kind) {
    case 'enterPhase': return { kind: 'phaseEntered', index: command.index, from: state.phase }
    case 'startTimer': return { kind: 'timerStarted', durationMs: command.durationMs }
    case 'pauseTimer': return { kind: 'timerPaused', remainingMs: left }
    case 'resumeTimer': return { kind: 'timerResumed', remainingMs: left }
    case 'extendTimer': return { kind: 'timerExtended', byMs: command.byMs, remainingMs: left + command.byMs }
    case 'stopTimer': return { kind: 'timerStopped' }
    case 'endSession': return { kind: 'sessionEnded' }
    case 'reopenSession': return { kind: 'sessionReopened' }
    default: return null
  }
}
