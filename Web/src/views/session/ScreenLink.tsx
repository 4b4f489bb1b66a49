import { useState } from 'react'
import { api } from '../../net/api'
import { useWords } from '../shared/LanguageContext'
import { paths } from '../shared/routes'
import { CopyField } from '../ui/CopyField'
import { ProblemNotice } from '../ui/ProblemNotice'
import { useSessionSetting } from './SessionContext'

/** The big screen: opened from this machine, or by a link on the one that has the projector. */
export function ScreenLink({ code, onMade }: { code: string, onMade: () => void }) {
  const { t } = useWords()
  const { details } = useSessionSetting()
  const [url, setUrl] = useState('')
  const [error, setError] = useState<unknown>(null)
  const make = async () => {
    setError(null)
    try {
      // An observer's link: whoever finds it open can read along and press nothing.
      const { token } = await api.invite(details.id, 'observer')
      setUrl(
        `${location.origin}/log-ind?skaerm=${encodeURIComponent(details.id)}&kode=${encodeURIComponent(code)}#${token}`
      )
      onMade()
    } catch (failure) {
      setError(failure)
    }
  }
  return (
    <div className="stack-small">
      <p className="cluster">
        <a className="button" href={paths.screen(details.id)} target="_blank" rel="noopener" data-testid="screen-open">
          {t('screen.open')}
        </a>
        <button type="button" className="button quiet" onClick={() => void make()} data-testid="screen-make">
          {t('screen.make')}
        </button>
      </p>
      {url !== '' && <CopyField label={t('screen.link')} value={url} testId="screen-url" />}
      {error !== null && <ProblemNotice error={error} />}
    </div>
  )
}
