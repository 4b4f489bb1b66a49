// Generated from openapi.json by generate.mjs. What is written here by hand is lost.

import type {
  Me, SignInBody,
} from '../../../model/generated/types'
import { perform, request } from '../../rest'

/** What this browser or token may do. */
export const getMe = (): Promise<Me> =>
  request('GET', '/me')

/** Sign in with the token of a personal link. */
export const postSignIn = (body: SignInBody): Promise<Me> =>
  request('POST', '/sign-in', body)

/** Forget this browser: what it kept opens nothing any more. */
export const postSignOut = (): Promise<void> =>
  perform('POST', '/sign-out')

/** Forget every browser that came in by the caller's link. The link itself goes on holding. */
export const postSignOutEverywhere = (): Promise<void> =>
  perform('POST', '/sign-out-everywhere')
