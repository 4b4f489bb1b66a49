import { useState } from 'react'
import { api } from '../../net/api'
import { useWords } from '../shared/LanguageContext'
import { ProblemNotice } from '../ui/ProblemNotice'
import { useSessionSetting } from './SessionContext'

/** A leader's link opens a unit's plan, so that the administrator makes it: those who lead a session ask for it. */
export function LeaderRequestForm() {
  const { t } = useWords()
  const { details, week } = useSessionSetting()
  const [unit, setUnit] = useState(week.units[0]?.id ?? '')
  const [asked, setAsked] = useState('')
  const [error, setError] = useState<unknown>(null)
  if (week.units.length === 0) return null
  const ask = async () => {
    setError(null)
    setAsked('')
    try {
      await api.askForLeaderLink(details.id, unit)
      setAsked(week.units.find(one => one.id === unit)?.name ?? '')
    } catch (failure) {
      setError(failure)
    }
  }
  return (
    <div className="stack-small">
      <p className="quiet">{t('leaderLink.text')}</p>
      <div className="cluster form-line">
        <div className="field"><label htmlFor="leader-link-unit">{t('leaderLink.unit')}</label>
          <select id="leader-link-unit" className="select" value={unit} onChange={event => setUnit(event.target.value)}
            data-testid="leader-link-unit">
            {week.units.map(one => <option key={one.id} value={one.id}>{one.name}</option>)}
          </select></div>
        <button type="button" className="button" onClick={() => void ask()} data-testid="leader-link-ask">
          {t('leaderLink.ask')}
        </button>
      </div>
      <p role="status" data-testid="leader-link-asked">{asked !== '' && t('leaderLink.asked', { unit: asked })}</p>
      {error !== null && <ProblemNotice error={error} />}
    </div>
  )
}
