import type { Role, SessionMe, SessionSelf } from './generated/types'

export type {
  AgendaPhase as Phase, AgendaTemplate, EarlierSession as LastTime, Invitation as JoinInfo, LeaderRequest, Me,
  MeGrant as Grant, Role, SessionGrant, SessionView as SessionDetails, ShownKnock as Waiting,
  ShownPerson as Participant, SignInView as SignIn
} from './generated/types'

/** Who one is in a session: as its page is told, or its connection. */
export type Self = SessionMe | SessionSelf

export function mayFacilitate(role: Role): boolean {
  return role === 'facilitator' || role === 'administrator'
}

/** Whether somebody of this role writes where it is open: what the server's `Permissions.writing` says. */
export function mayWork(role: Role): boolean {
  return role === 'participant' || mayFacilitate(role)
}
