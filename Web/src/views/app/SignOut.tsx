import { useState } from 'react'
import { api } from '../../net/api'
import { countUnsent } from '../../net/forgetDocuments'
import { useAnnounce } from './Announcer'
import { useWords } from './LanguageContext'
import { useSigningOut } from './useSigningOut'

/** Signs out and forgets what this browser kept. Where something kept is not sent yet, that takes a second press. */
export function SignOut() {
  const { t } = useWords()
  const announce = useAnnounce()
  const signOut = useSigningOut()
  const [state, setState] = useState<'idle' | 'unsent' | 'failed'>('idle')
  const leave = async () => {
    if (state !== 'unsent' && await countUnsent() > 0) {
      setState('unsent')
      announce(t('header.signOutUnsent'))
      return
    }
    if (!await signOut(() => api.signOut())) setState('failed')
  }
  return (
    <button type="button" className={`button quiet ${state === 'idle' ? '' : 'armed'}`} onClick={() => void leave()} data-testid="sign-out">
      {t(state === 'unsent' ? 'header.signOutUnsent' : state === 'failed' ? 'header.signOutFailed' : 'header.signOut')}
    </button>
  )
}
