import { useState } from 'react'
import { entrance } from '../../net/entrance'
import { useWords } from '../shared/LanguageContext'
import { useMe } from '../shared/MeContext'
import { hasUnsent, SignOutUnsent } from './SignOutUnsent'
import { useSecondPress } from '../shared/useSecondPress'
import { useSigningOut } from './useSigningOut'

/** For a link that is in use in several browsers: signs all of them out. The link itself goes on holding. */
export function SignOutEverywhere() {
  const { t } = useWords()
  const { signIns } = useMe()
  const signOut = useSigningOut()
  const [armed, setArmed] = useSecondPress()
  const [failed, setFailed] = useState(false)
  const [asks, setAsks] = useState(false)
  if (signIns.length < 2) return null
  const leave = async () => {
    setAsks(false)
    if (!await signOut(() => entrance.signOutEverywhere())) setFailed(true)
  }
  const press = async () => {
    setArmed(!armed)
    if (!armed) return
    if (await hasUnsent()) setAsks(true)
    else await leave()
  }
  if (asks) return <SignOutUnsent onLeave={leave} onStay={() => setAsks(false)} />
  return (
    <button type="button" className={`button quiet ${armed ? 'armed' : ''}`} onClick={() => void press()}
      data-testid="sign-out-everywhere">
      {failed
        ? t('header.signOutFailed')
        : t(armed ? 'header.everywhereSure' : 'header.everywhere', { count: signIns.length })}
    </button>
  )
}
