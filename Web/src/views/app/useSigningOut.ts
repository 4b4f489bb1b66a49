import { forgetDocuments } from '../../net/forgetDocuments'
import { useAnnounce } from './Announcer'
import { useWords } from './LanguageContext'
import { useMe } from './MeContext'
import { paths } from './routes'
import { navigate } from './useRoute'

/** Asks the server to end the access, and forgets what this browser kept. False when the server could not be asked: the
 * access stays in the browser, one is not signed out, and must not be told so. */
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
    set({ grants: [] })
    navigate(paths.join())
    return true
  }
}
