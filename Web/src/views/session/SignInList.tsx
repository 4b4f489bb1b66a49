import { formatDate, todayInDenmark } from '../../model/dates'
import type { SignIn } from '../../model/session'
import { useWords } from '../shared/LanguageContext'

/**
 * The browsers that a personal link is in use in, and signing all of them out; one's own are
 * signed out at the top of the page.
 */
export function SignInList({ signIns, whom, onSignOut, testId }: {
  signIns: readonly SignIn[], whom: string, onSignOut: (() => void) | null, testId: string
}) {
  const { t, language } = useWords()
  function day(at: number): string {
    return formatDate(todayInDenmark(new Date(at)), language)
  }
  return (
    <div className="sign-ins" data-testid={testId}>
      <ul className="plain-list small">{signIns.map((one, index) => (
        <li key={index}>{one.browser === '' ? t('signIns.unknown') : one.browser}{one.isThis && ` ${t('signIns.this')}`}
          <span className="quiet"> · {t('signIns.used', { first: day(one.firstUsedAt), last: day(one.lastUsedAt) })}
          </span></li>
      ))}</ul>
      {onSignOut !== null && (
        <button type="button" className="button quiet slim" aria-label={t('signIns.outFor', { whom })}
          onClick={onSignOut} data-testid={`${testId}-out`}>{t('signIns.out')}</button>
      )}
    </div>
  )
}
