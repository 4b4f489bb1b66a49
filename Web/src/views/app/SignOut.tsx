import { useState } from 'react'
import { entrance } from '../../net/entrance'
import { useWords } from '../shared/LanguageContext'
import { hasUnsent, SignOutUnsent } from './SignOutUnsent'
import { useSigningOut } from './useSigningOut'

/**
 * Signs out and forgets what this browser kept. What is not sent stays until the person has said what becomes of it.
 */
export function SignOut() {
  const { t } = useWords()
  const signOut = useSigningOut()
  const [state, setState] = useState<'idle' | 'unsent' | 'failed'>('idle')
  const leave = async () => { setState(await signOut(() => entrance.signOut()) ? 'idle' : 'failed') }
  const press = async () => {
    if (state !== 'unsent' && await hasUnsent()) setState('unsent')
    else await leave()
  }
  if (state === 'unsent') return <SignOutUnsent onLeave={leave} onStay={() => setState('idle')} />
  return (
    <button type="button" className={`button quiet ${state === 'idle' ? '' : 'armed'}`} onClick={() => void press()}
      data-testid="sign-out">
      {t(state === 'failed' ? 'header.signOutFailed' : 'header.signOut')}
    </button>
  )
}
