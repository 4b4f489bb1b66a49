import { useEffect, useRef } from 'react'
import { isIdentityOf } from '../../model/identity'
import { drafts } from '../../net/drafts'
import { unsentWork } from '../../net/unsentWork'
import { isOwnWork } from '../unsent/isOwnWork'
import { useWords } from '../shared/LanguageContext'
import { useMe } from '../shared/MeContext'
import { useSecondPress } from '../shared/useSecondPress'

/** Whether this browser has text that the server has not: in documents, or in a form that was not sent. */
export async function hasUnsent(): Promise<boolean> {
  return drafts.everything.length > 0 || (await unsentWork.everything()).length > 0
}

/** Before one signs out with something unsent in the browser: what it means to leave it, and the choice. */
export function SignOutUnsent({ onLeave, onStay }: { onLeave: () => Promise<void>, onStay: () => void }) {
  const { t } = useWords()
  const { grants } = useMe()
  const [armed, setArmed] = useSecondPress()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => { box.current?.focus() }, [])
  // What somebody else left in this browser is theirs to decide about.
  const throwAway = async () => {
    setArmed(!armed)
    if (!armed) return
    const own = (await unsentWork.everything()).filter(work => isOwnWork(work, grants ?? []))
    for (const work of own) await unsentWork.remove(work)
    drafts.remove(drafts.everything.filter(one => isIdentityOf(one.identity, grants ?? [])).map(one => one.key))
    await onLeave()
  }
  return (
    <div className="notice warning sign-out-unsent" role="group" aria-label={t('signOut.unsent.title')} tabIndex={-1}
      ref={box} data-testid="sign-out-unsent">
      <strong>{t('signOut.unsent.title')}</strong>
      <p>{t('signOut.unsent.text')}</p>
      <div className="cluster">
        <button type="button" className="button primary" onClick={onStay}
          data-testid="sign-out-stay">{t('signOut.unsent.stay')}</button>
        <button type="button" className="button" onClick={() => void onLeave()}
          data-testid="sign-out-keep">{t('signOut.unsent.keep')}</button>
        <button type="button" className={`button quiet danger ${armed ? 'armed' : ''}`} onClick={() => void throwAway()}
          data-testid="sign-out-throw-away">
          {t(armed ? 'signOut.unsent.throwAwaySure' : 'signOut.unsent.throwAway')}
        </button>
      </div>
    </div>
  )
}
