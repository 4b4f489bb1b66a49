import type { Level } from '../model/level'
import type { Marketplace, PostKind } from '../model/marketplace'
import { request } from './rest'

const path = (week: string) => `/weeks/${encodeURIComponent(week)}/marketplace`

export interface NewPost { kind: PostKind, unitId: string, citizenGroupId: string, text: string, goalId?: string }
export interface NewCollaboration { offerId: string, needId: string, sessionId: string, level: Level, title: string }

export const marketplace = {
  read: (week: string) => request<Marketplace>('GET', path(week)),
  post: (week: string, post: NewPost) => request<{ id: string }>('POST', path(week), post),
  withdraw: (week: string, post: string) => request<void>('DELETE', `${path(week)}/${encodeURIComponent(post)}`),
  collaborate: (week: string, collaboration: NewCollaboration) =>
    request<{ id: string }>('POST', `${path(week)}/collaborations`, collaboration),
}
