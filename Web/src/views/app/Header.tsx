import { Link } from '../ui/Link'
import { useWords } from '../shared/LanguageContext'
import { useMe } from '../shared/MeContext'
import { paths } from '../shared/routes'
import { SignOut } from './SignOut'
import { SignOutEverywhere } from './SignOutEverywhere'

export function Header() {
  const { language, setLanguage } = useWords()
  const { grants } = useMe()
  const overview = (grants ?? []).some(grant =>
    grant.role === 'administrator' || grant.role === 'facilitator' || grant.role === 'leader')
  return (
    <header className="header no-print">
      <Link href={overview ? paths.weeks() : paths.join()} className="brand" data-testid="home">
        <svg viewBox="0 0 32 32" aria-hidden="true"><circle cx="11.5" cy="16" r="8" fill="none" stroke="currentColor"
          strokeWidth="3" /><circle cx="20.5" cy="16" r="8" fill="none" stroke="currentColor" strokeWidth="3" /></svg>
        Samspil
      </Link>
      <div className="header-end">
        <button type="button" className="button quiet" lang={language === 'da' ? 'en' : 'da'}
          onClick={() => setLanguage(language === 'da' ? 'en' : 'da')} data-testid="language">
          {language === 'da' ? 'English' : 'Dansk'}
        </button>
        <SignOutEverywhere />
        {(grants ?? []).length > 0 && <SignOut />}
      </div>
    </header>
  )
}
