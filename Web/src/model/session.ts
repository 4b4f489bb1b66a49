import type { Role } from './generated/types'

export type {
  AgendaPhase as Phase, AgendaTemplate, EarlierSession, Invitation as JoinInfo, LeaderRequest, Me,
  MeGrant as Grant, Role, SessionGrant, SessionView as SessionDetails, ShownKnock as Waiting,
  ShownPerson as Participant, SignInView as SignIn
} from './generated/types'

export function mayFacilitate(role: Role): boolean {
  return role === 'facilitator' || role === 'administrator'
}

/** Whether somebody of this role writes where it is open: what the server's `Permissions.writing` says. */
export function mayWork(role: Role): boolean {
  return role === 'participant' || mayFacilitate(role)
}
