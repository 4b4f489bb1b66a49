import { forgetDocuments } from '../../net/keptWork'
import { unsentWork } from '../../net/unsentWork'
import { useAnnounce } from '../shared/Announcer'
import { useWords } from '../shared/LanguageContext'
import { useMe } from '../shared/MeContext'
import { paths } from '../shared/routes'
import { navigate } from '../shared/useRoute'

/**
 * Asks the server to end the access, and forgets what this browser kept, except what is not sent. False when the server
 * could not be asked: the access stays in the browser, one is not signed out, and must not be told so.
 */
export function useSigningOut(): (ask: () => Promise<void>) => Promise<boolean> {
  const { t } = useWords()
  const { set } = useMe()
  const announce = useAnnounce()
  return async ask => {
    try {
      await ask()
    } catch {
      announce(t('header.signOutFailed'))
      return false
    }
    await forgetDocuments()
    void unsentWork.look()
    set({ grants: [] })
    navigate(paths.join())
    return true
  }
}
