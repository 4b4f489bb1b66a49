import { useEffect, useState } from 'react'
import { entrance } from '../../net/entrance'
import { useWords } from '../shared/LanguageContext'
import { useMe } from '../shared/MeContext'
import { PageTitle } from '../shared/PageTitle'
import { paths } from '../shared/routes'
import { navigate } from '../shared/useRoute'

const askEveryMs = 2_000

/**
 * Waiting to be let in by the facilitator; goes on by itself. `despiteWord`: a word alone would let
 * them in, but for those who guessed.
 */
export function WaitingRoom({ title, who, despiteWord, sessionId, knockId, onAnswered }: {
  title: string, who: string, despiteWord: boolean, sessionId: string, knockId: string, onAnswered: () => void
}) {
  const { t } = useWords()
  const { reload } = useMe()
  const [refused, setRefused] = useState(false)
  useEffect(() => {
    if (refused) return undefined
    const ask = async () => {
      try {
        const { answer } = await entrance.knock(sessionId, knockId)
        if (answer === 'admitted') {
          reload()
          navigate(paths.session(sessionId))
        }
        if (answer === 'refused') setRefused(true)
        if (answer === 'unknown') onAnswered()
      } catch { /* asked again shortly */ }
    }
    const timer = setInterval(() => void ask(), askEveryMs)
    return () => clearInterval(timer)
  }, [refused, sessionId, knockId, reload, onAnswered])
  return (
    <main id="main" className="main narrow join stack" tabIndex={-1}>
      <PageTitle title={title} />
      <p className="lead" role="status" data-testid="waiting">{t(refused ? 'join.refused' : 'join.waiting')}</p>
      {!refused && despiteWord && <p>{t('join.waiting.words')}</p>}
      {!refused && <p>{t('join.waitingAs', { who })}</p>}
      {refused && <p><button type="button" className="button" onClick={onAnswered}>{t('retry')}</button></p>}
    </main>
  )
}
