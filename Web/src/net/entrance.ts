import * as ofDoor from './generated/client/door'
import * as ofJoin from './generated/client/join'
import * as ofSignIn from './generated/client/signIn'
import { forgetAnswers } from './keptAnswers'

/** Coming in, in the page's words: the generated functions that the first page uses. */
export const entrance = {
  signIn: async (token: string) => {
    await forgetAnswers()
    return ofSignIn.postSignIn({ token })
  },
  signOut: async () => {
    await forgetAnswers()
    await ofSignIn.postSignOut()
  },
  signOutEverywhere: async () => {
    await forgetAnswers()
    await ofSignIn.postSignOutEverywhere()
  },
  me: ofSignIn.getMe,
  joinInfo: ofJoin.getJoinJoinCode,
  /** `knockId` where one has to be let in first. */
  join: ofJoin.postJoin,
  knock: ofDoor.getSessionsSessionIdKnocksKnockId,
}
