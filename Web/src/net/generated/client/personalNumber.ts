// Generated from openapi.json by generate.mjs. What is written here by hand is lost.

import type {
  PersonalNumberPlace,
} from '../../../model/generated/types'
import { request } from '../../rest'
import { id } from '../address'

/** Where in a session something is written that looks like a CPR number, without the number. */
export const getSessionsSessionIdPersonalNumbers = (sessionId: string): Promise<readonly PersonalNumberPlace[]> =>
  request('GET', `/sessions/${id(sessionId)}/personal-numbers`)
