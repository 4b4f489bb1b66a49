import { useCallback, useEffect, useRef, useState, type FormEvent } from 'react'
import { normalizeJoinCode } from '../../model/joinCode'
import type { JoinInfo } from '../../model/session'
import { entrance } from '../../net/entrance'
import { useWords } from '../shared/LanguageContext'
import { useMe } from '../shared/MeContext'
import { PageTitle } from '../shared/PageTitle'
import { paths } from '../shared/routes'
import { Link } from '../ui/Link'
import { ProblemNotice } from '../ui/ProblemNotice'
import { JoinDetails } from './JoinDetails'

/** One field for the code; then name, unit, function. Nothing else. */
export function JoinPage({ code }: { code: string }) {
  const { t } = useWords()
  const [typed, setTyped] = useState(normalizeJoinCode(code))
  const [info, setInfo] = useState<JoinInfo | null>(null)
  const [error, setError] = useState<Error | null>(null)
  const [busy, setBusy] = useState(false)

  const find = useCallback(async (joinCode: string) => {
    setBusy(true)
    setError(null)
    try {
      setInfo(await entrance.joinInfo(joinCode))
    } catch (failure) {
      setError(failure as Error)
    } finally {
      setBusy(false)
    }
  }, [])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const joinCode = normalizeJoinCode(typed)
    if (joinCode !== '') void find(joinCode)
  }
  // A scanned code brings one straight to the name.
  const scanned = useRef(typed)
  useEffect(() => { if (scanned.current !== '') void find(scanned.current) }, [find])

  if (info) return (
    <JoinDetails info={info} joinCode={normalizeJoinCode(typed)} onBack={() => { setInfo(null); setTyped('') }} />
  )
  return (
    <main id="main" className="main narrow join" tabIndex={-1}>
      <PageTitle title={t('join.title')} />
      <p className="lead">{t('join.lead')}</p>
      <form className="stack" onSubmit={submit}>
        <div className="field">
          <label htmlFor="join-code">{t('join.code')}</label>
          <input id="join-code" className="input code-input" value={typed} autoComplete="off"
            autoCapitalize="characters" spellCheck={false} inputMode="text" autoFocus
            aria-describedby="join-code-hint" data-testid="join-code"
            onCompositionEnd={event => setTyped(normalizeJoinCode(event.currentTarget.value))}
            onChange={event =>
              setTyped(isComposed(event.nativeEvent) ? event.target.value : normalizeJoinCode(event.target.value))} />
          <span className="hint" id="join-code-hint">{t('join.code.hint')}</span>
        </div>
        {error && <ProblemNotice error={error} />}
        <button type="submit" className="button primary large" disabled={busy || typed === ''} data-testid="join-next">
          {t('join.next')}
        </button>
      </form>
      <Resume />
    </main>
  )
}

/** What an input method is still composing is left as it is: put in again in capitals it would be written twice. */
function isComposed(event: Event): boolean {
  return event instanceof InputEvent && event.isComposing
}

/** For somebody who has joined before in this browser: the way back. */
function Resume() {
  const { t } = useWords()
  const { grants } = useMe()
  const newest = (grants ?? []).filter(grant => grant.sessionId).at(-1)
  const overview = (grants ?? []).some(grant => grant.role === 'administrator' || grant.role === 'leader')
  if (!newest?.sessionId && !overview) return null
  return (
    <p className="resume">
      {newest?.sessionId && <Link href={paths.session(newest.sessionId)} data-testid="resume">{t('join.resume')}</Link>}
      {overview && <Link href={paths.weeks()}>{t('weeks.title')}</Link>}
    </p>
  )
}
