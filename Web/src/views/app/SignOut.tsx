import { useState } from 'react'
import { api } from '../../net/api'
import { countUnsent, forgetDocuments } from '../../net/forgetDocuments'
import { useAnnounce } from './Announcer'
import { useWords } from './LanguageContext'
import { useMe } from './MeContext'
import { paths } from './routes'
import { navigate } from './useRoute'

/** Signs out and forgets what this browser kept. Where something kept is not sent yet, that takes a second press. */
export function SignOut() {
  const { t } = useWords()
  const { set } = useMe()
  const announce = useAnnounce()
  const [state, setState] = useState<'idle' | 'unsent' | 'failed'>('idle')
  const leave = async () => {
    if (state !== 'unsent' && await countUnsent() > 0) {
      setState('unsent')
      announce(t('header.signOutUnsent'))
      return
    }
    try {
      await api.signOut()
    } catch {
      // Without the server the access stays in the browser: one is not signed out, and must not be told so.
      setState('failed')
      announce(t('header.signOutFailed'))
      return
    }
    await forgetDocuments()
    set({ grants: [] })
    navigate(paths.join())
  }
  return (
    <button type="button" className={`button quiet ${state === 'idle' ? '' : 'armed'}`} onClick={() => void leave()} data-testid="sign-out">
      {t(state === 'unsent' ? 'header.signOutUnsent' : state === 'failed' ? 'header.signOutFailed' : 'header.signOut')}
    </button>
  )
}
