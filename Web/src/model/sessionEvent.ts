import type { Level } from './level'
import type { Phase } from './session'
import type { TogetherCommand, TogetherEvent } from './togetherEvent'

/** What the server decided, as it broadcasts it. Kinds that are not known here are skipped. */
export type SessionEvent =
  | {
    kind: 'participantJoined', participantId: string, unitId?: string, externalId?: string, function?: string,
    role?: string
  }
  | { kind: 'phaseEntered', index: number, from?: number }
  | { kind: 'timerStarted', durationMs: number }
  | { kind: 'timerPaused', remainingMs: number }
  | { kind: 'timerResumed', remainingMs: number }
  | { kind: 'timerExtended', byMs: number, remainingMs: number }
  | { kind: 'timerStopped' }
  | { kind: 'modelCreated', modelId: string, level: Level, title: string }
  | { kind: 'modelLevelSet', modelId: string, level: Level, from?: Level }
  | { kind: 'modelLocked', modelId: string }
  | { kind: 'modelUnlocked', modelId: string }
  | {
    kind: 'modelConfirmed', modelId: string, unitId?: string, externalId?: string, function?: string,
    contentVersion?: string, give?: string, need?: string, on?: string
  }
  | {
    kind: 'confirmationWithdrawn', modelId: string, unitId?: string, externalId?: string, by?: string,
    function?: string
  }
  | {
    kind: 'participantCorrected', participantId: string, unitId?: string, externalId?: string, function?: string,
    role?: string
  }
  | { kind: 'sessionEnded' }
  | { kind: 'sessionReopened' }
  | { kind: 'modelRemoved', modelId: string, reason?: string }
  | { kind: 'participantRemoved', participantId: string }
  | { kind: 'agendaSet', phases: Phase[] }
  | TogetherEvent

export type SessionCommand =
  | { kind: 'enterPhase', index: number, expected: number }
  | { kind: 'startTimer', durationMs: number }
  | { kind: 'pauseTimer' }
  | { kind: 'resumeTimer' }
  | { kind: 'extendTimer', byMs: number }
  | { kind: 'stopTimer' }
  | { kind: 'lockModel', modelId: string }
  | { kind: 'unlockModel', modelId: string }
  | { kind: 'endSession' }
  | { kind: 'reopenSession' }
  /** `expected`: the revision of the agenda that was changed. */
  | { kind: 'setAgenda', phases: readonly Phase[], expected: number }
  | TogetherCommand
