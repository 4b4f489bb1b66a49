import { useState } from 'react'
import { api } from '../../net/api'
import { countUnsent } from '../../net/forgetDocuments'
import { useAnnounce } from './Announcer'
import { useWords } from './LanguageContext'
import { useMe } from './MeContext'
import { useSecondPress } from './useSecondPress'
import { useSigningOut } from './useSigningOut'

/** For a link that is in use in several browsers: signs all of them out. The link itself goes on holding. */
export function SignOutEverywhere() {
  const { t } = useWords()
  const { signIns } = useMe()
  const announce = useAnnounce()
  const signOut = useSigningOut()
  const [armed, setArmed] = useSecondPress()
  const [failed, setFailed] = useState(false)
  if (signIns.length < 2) return null
  const leave = async () => {
    setArmed(!armed)
    if (!armed) {
      if (await countUnsent() > 0) announce(t('header.signOutUnsent'))
      return
    }
    if (!await signOut(() => api.signOutEverywhere())) setFailed(true)
  }
  return (
    <button type="button" className={`button quiet ${armed ? 'armed' : ''}`} onClick={() => void leave()} data-testid="sign-out-everywhere">
      {failed ? t('header.signOutFailed') : t(armed ? 'header.everywhereSure' : 'header.everywhere', { count: signIns.length })}
    </button>
  )
}
