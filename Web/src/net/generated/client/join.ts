// Generated from openapi.json by generate.mjs. What is written here by hand is lost.

import type {
  Invitation, JoinBody, Joined, Knocked,
} from '../../../model/generated/types'
import { request } from '../../rest'
import { id } from '../address'

/** What a code leads to, for the form that asks who you are. */
export const getJoinJoinCode = (joinCode: string): Promise<Invitation> =>
  request('GET', `/join/${id(joinCode)}`)

/** Take part in a session. Where those who lead let each person in: 202 and the knock to ask after. */
export const postJoin = (body: JoinBody): Promise<Joined | Knocked> =>
  request('POST', '/join', body)
