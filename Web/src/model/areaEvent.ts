import type {
  AgendaSet, ConfirmationWithdrawn, ModelConfirmed, ModelCreated, ModelLevelSet, ModelLocked, ModelRemoved,
  ModelUnlocked, ParticipantCorrected, ParticipantJoined, ParticipantRemoved, PhaseEntered, SessionEnded, SessionEvent,
  SessionReopened, TimerExtended, TimerPaused, TimerResumed, TimerStarted, TimerStopped
} from './generated/types'

/**
 * What people do together beside the session's own course. What is private in one of these is left out for everybody it
 * is not for.
 */
export type AreaEvent = Exclude<
  SessionEvent,
  AgendaSet | ConfirmationWithdrawn | ModelConfirmed | ModelCreated | ModelLevelSet | ModelLocked | ModelRemoved
  | ModelUnlocked | ParticipantCorrected | ParticipantJoined | ParticipantRemoved | PhaseEntered | SessionEnded
  | SessionReopened | TimerExtended | TimerPaused | TimerResumed | TimerStarted | TimerStopped
>
