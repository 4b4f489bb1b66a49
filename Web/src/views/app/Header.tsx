import { api } from '../../net/api'
import { forgetDocuments } from '../../net/forgetDocuments'
import { Link } from '../ui/Link'
import { useWords } from './LanguageContext'
import { useMe } from './MeContext'
import { paths } from './routes'
import { navigate } from './useRoute'

export function Header() {
  const { t, language, setLanguage } = useWords()
  const { grants, set } = useMe()
  const overview = (grants ?? []).some(grant => grant.role === 'administrator' || grant.role === 'facilitator' || grant.role === 'leader')
  const leave = async () => {
    await api.signOut().catch(() => undefined)
    await forgetDocuments()
    set({ grants: [] })
    navigate(paths.join())
  }
  return (
    <header className="header no-print">
      <Link href={overview ? paths.weeks() : paths.join()} className="brand" data-testid="home">
        <svg viewBox="0 0 32 32" aria-hidden="true"><circle cx="11.5" cy="16" r="8" fill="none" stroke="currentColor" strokeWidth="3" /><circle cx="20.5" cy="16" r="8" fill="none" stroke="currentColor" strokeWidth="3" /></svg>
        Samspil
      </Link>
      <div className="header-end">
        <button type="button" className="button quiet" lang={language === 'da' ? 'en' : 'da'} onClick={() => setLanguage(language === 'da' ? 'en' : 'da')} data-testid="language">
          {language === 'da' ? 'English' : 'Dansk'}
        </button>
        {(grants ?? []).length > 0 && <button type="button" className="button quiet" onClick={() => void leave()} data-testid="sign-out">{t('header.signOut')}</button>}
      </div>
    </header>
  )
}
