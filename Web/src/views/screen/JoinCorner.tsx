import { useEffect, useState } from 'react'
import { entrance } from '../../net/entrance'
import { Problem } from '../../net/problem'
import { useWords } from '../shared/LanguageContext'
import { paths } from '../shared/routes'
import { useSession } from '../session/SessionContext'
import { QrPicture } from '../ui/QrPicture'

/** How often it is asked whether the code still holds. */
const checkEveryMs = 60_000

/**
 * Address, code and picture for those who come late, and how many are here. A code that
 * holds no more is taken off the wall.
 */
export function JoinCorner({ code }: { code: string }) {
  const { t } = useWords()
  const { view } = useSession()
  const holds = useHolding(code)
  const here = [...view.participants.keys()].filter(id => view.present.has(id)).length
  return (
    <div className="screen-join" data-testid="screen-join">
      <p className="screen-small"><strong data-testid="screen-count">{t('people.count', { count: here })}</strong>
        {holds && <><br />{t('invite.goTo', { address: location.host })}<br /><span className="screen-code"
          data-testid="screen-code">{code.replace(/(.{4})(?=.)/g, '$1 ')}</span></>}
        {code !== '' && !holds && <><br />{t('screen.codeOver')}</>}</p>
      {holds && <QrPicture text={`${location.origin}${paths.join(code)}`} label={t('invite.qr')} />}
    </div>
  )
}

function useHolding(code: string): boolean {
  const [over, setOver] = useState('')
  useEffect(() => {
    if (code === '' || over === code) return undefined
    const ask = () => {
      entrance.joinInfo(code).catch((error: unknown) => {
        if (error instanceof Problem && error.status === 404) setOver(code)
      })
    }
    ask()
    const timer = setInterval(ask, checkEveryMs)
    return () => clearInterval(timer)
  }, [code, over])
  return code !== '' && over !== code
}
