import { useEffect, useState } from 'react'
import type { Me } from '../../model/session'
import { entrance } from '../../net/entrance'
import { Unreachable } from '../../net/problem'
import { useWords } from '../shared/LanguageContext'
import { useMe } from '../shared/MeContext'
import { PageTitle } from '../shared/PageTitle'
import { paths } from '../shared/routes'
import { navigate } from '../shared/useRoute'
import { Loading } from '../ui/Loading'
import { ProblemNotice } from '../ui/ProblemNotice'

/** Reads the secret of a personal link from the address, takes it out of the address, and signs in with it. */
export function SignInPage() {
  const { t } = useWords()
  const { set } = useMe()
  const [error, setError] = useState<Error | null>(null)
  useEffect(() => {
    const secret = decodeURIComponent(location.hash.slice(1))
    const query = new URLSearchParams(location.search)
    const screen = query.get('skaerm')
    // What stays in the address stays in the history of a borrowed machine.
    history.replaceState(null, '', location.pathname)
    if (secret === '') {
      setError(new Error('no secret'))
      return
    }
    entrance.signIn(secret).then(me => {
      set(me)
      navigate(screen === null ? firstPage(me) : paths.screen(screen, query.get('kode') ?? ''), { replace: true })
    }, (failure: Error) => setError(failure))
  }, [set])
  return (
    <main id="main" className="main narrow stack" tabIndex={-1}>
      <PageTitle title={t(error === null ? 'signIn.title' : 'signIn.failed')} />
      {error === null && <Loading />}
      {error instanceof Unreachable && <ProblemNotice error={error} />}
      {error !== null && !(error instanceof Unreachable) && (
        <div className="notice danger" role="alert" data-testid="problem">
          <strong>{t('signIn.wrong')}</strong>
          <p>{t('signIn.help')}</p>
        </div>
      )}
    </main>
  )
}

/** Where the newest grant leads. */
function firstPage(me: Me): string {
  const newest = me.grants.at(-1)
  if (newest?.role === 'leader' && newest.weekId && newest.unitId) return paths.draft(newest.weekId, newest.unitId)
  if (newest?.role === 'administrator') return newest.weekId ? paths.week(newest.weekId) : paths.weeks()
  if (newest?.sessionId) return paths.session(newest.sessionId)
  return me.grants.length > 0 ? paths.weeks() : paths.join()
}
