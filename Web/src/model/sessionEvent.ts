export type { SessionCommand, SessionEvent } from './generated/types'
