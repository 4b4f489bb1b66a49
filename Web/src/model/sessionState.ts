import type { Phase } from './session'
import type { SessionEvent } from './generated/types'
import { applyAreaEvent, initialAreas, withoutPerson, type AreaState } from './areaState'

export type TimerState =
  | { kind: 'none' }
  /** `endsAt`: server time, ms since the epoch. */
  | { kind: 'running', endsAt: number, totalMs: number }
  | { kind: 'paused', remainingMs: number, totalMs: number }

/** Where a session is: folded from its events, nothing else. */
export interface SessionState {
  /** The last event that is part of this state; the server's are numbered from 1. */
  seq: number
  phase: number
  /** When the phase was entered, server time; null before the first event about it. */
  phaseEnteredAt: number | null
  /** When the first phase was entered, server time. */
  beganAt: number | null
  timer: TimerState
  locked: ReadonlySet<string>
  ended: boolean
  /** The models that were deleted, and why where that was said. */
  removedModels: ReadonlyMap<string, string>
  /** The agenda as it was last set and the event that did; null while it is the one the session was made with. */
  agenda: { phases: readonly Phase[], revision: number } | null
  areas: AreaState
}

export const initialSessionState: SessionState = {
  seq: 0, phase: 0, phaseEnteredAt: null, beganAt: null, timer: { kind: 'none' }, locked: new Set(), ended: false,
  removedModels: new Map(), agenda: null, areas: initialAreas,
}

/** Applies one event; what was already applied (a replay after a reconnect) changes nothing. */
export function applyEvent(state: SessionState, seq: number, at: number, event: SessionEvent): SessionState {
  if (seq <= state.seq) return state
  return { ...change(state, seq, at, event), seq }
}

function change(state: SessionState, seq: number, at: number, event: SessionEvent): SessionState {
  switch (event.kind) {
    case 'phaseEntered': return {
      ...state, phase: event.index, phaseEnteredAt: at, beganAt: state.beganAt ?? at,
      areas: { ...state.areas, ready: new Set() }
    }
    case 'modelLocked': return { ...state, locked: new Set([...state.locked, event.modelId]) }
    case 'modelUnlocked': return { ...state, locked: new Set([...state.locked].filter(id => id !== event.modelId)) }
    case 'sessionEnded':
      return { ...state, ended: true, timer: { kind: 'none' }, areas: { ...state.areas, call: null } }
    case 'sessionReopened': return { ...state, ended: false }
    case 'modelRemoved':
      return { ...state, removedModels: new Map([...state.removedModels, [event.modelId, event.reason ?? '']]) }
    case 'participantRemoved': return { ...state, areas: withoutPerson(state.areas, event.participantId) }
    case 'agendaSet': return { ...state, agenda: { phases: event.phases, revision: seq } }
    case 'timerStarted': case 'timerPaused': case 'timerResumed': case 'timerExtended': case 'timerStopped':
      return { ...state, timer: timerAfter(state.timer, at, event) }
    case 'participantJoined': case 'participantCorrected':
    case 'modelCreated': case 'modelLevelSet': case 'modelConfirmed': case 'confirmationWithdrawn':
      return state
    default: return { ...state, areas: applyAreaEvent(state.areas, event, at) }
  }
}

function timerAfter(timer: TimerState, at: number, event: SessionEvent): TimerState {
  const total = timer.kind === 'none' ? 0 : timer.totalMs
  switch (event.kind) {
    case 'timerStarted': return { kind: 'running', endsAt: at + event.durationMs, totalMs: event.durationMs }
    case 'timerPaused':
      return { kind: 'paused', remainingMs: event.remainingMs, totalMs: Math.max(total, event.remainingMs) }
    case 'timerResumed':
      return { kind: 'running', endsAt: at + event.remainingMs, totalMs: Math.max(total, event.remainingMs) }
    case 'timerExtended': {
      if (timer.kind === 'none') return timer
      const totalMs = Math.max(total + event.byMs, event.remainingMs)
      return timer.kind === 'paused'
        ? { kind: 'paused', remainingMs: event.remainingMs, totalMs }
        : { kind: 'running', endsAt: at + event.remainingMs, totalMs }
    }
    case 'timerStopped': return { kind: 'none' }
    default: return timer
  }
}

/** Milliseconds left at a moment of the server's clock; negative when it has run out. */
export function remainingMs(timer: TimerState, serverNow: number): number | null {
  switch (timer.kind) {
    case 'none': return null
    case 'paused': return timer.remainingMs
    case 'running': return timer.endsAt - serverNow
  }
}

/** `4:05`, `12:00`, and `−0:30` when it has run out. */
export function formatRemaining(ms: number): string {
  const seconds = Math.ceil(Math.abs(ms) / 1000)
  const sign = ms < 0 && seconds > 0 ? '−' : ''
  return `${sign}${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

/** How pressing the time is: orange when a fifth is left, red at a twentieth. */
export function urgency(ms: number, totalMs: number): 'calm' | 'soon' | 'now' {
  if (totalMs <= 0) return 'calm'
  const share = ms / totalMs
  return share <= 0.05 ? 'now' : share <= 0.2 ? 'soon' : 'calm'
}
