import { useState, type FormEvent } from 'react'
import type { Marketplace, PostKind } from '../../model/marketplace'
import type { Week } from '../../model/week'
import { marketplace } from '../../net/marketplace'
import { useAnnounce } from '../shared/Announcer'
import { useWords } from '../shared/LanguageContext'
import { LongInput } from '../ui/LongInput'
import { ProblemNotice } from '../ui/ProblemNotice'

/** One post: what one's unit offers or needs. */
export function PostForm({ week, market, onPosted }: { week: Week, market: Marketplace, onPosted: () => void }) {
  const { t } = useWords()
  const announce = useAnnounce()
  const units = week.units.filter(unit => market.unitIds.includes(unit.id))
  const [kind, setKind] = useState<PostKind>('offer')
  const [unit, setUnit] = useState(units[0]?.id ?? '')
  const [group, setGroup] = useState(week.citizenGroups[0]?.id ?? '')
  const [goal, setGoal] = useState('')
  const [text, setText] = useState('')
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const goals = week.goals.filter(one => one.unitId === unit)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    setError(null)
    try {
      await marketplace.post(week.id, {
        kind, unitId: unit, citizenGroupId: group, text: text.trim(), ...(goal === '' ? {} : { goalId: goal })
      })
      setText('')
      setGoal('')
      announce(t('market.posted'))
      onPosted()
    } catch (failure) {
      setError(failure)
    } finally {
      setBusy(false)
    }
  }
  return (
    <form className="sheet stack no-print" onSubmit={event => void submit(event)} aria-labelledby="post-heading"
      data-testid="post-form">
      <h2 id="post-heading">{t('market.post')}</h2>
      <fieldset className="cluster"><legend className="visually-hidden">{t('market.kind')}</legend>
        {(['offer', 'need'] as const).map(one => (
          <label key={one} className="choice"><input type="radio" name="post-kind" checked={kind === one}
            onChange={() => setKind(one)} data-testid={`post-${one}`} />
            <span>{t(one === 'offer' ? 'market.weOffer' : 'market.weNeed')}</span>
          </label>
        ))}
      </fieldset>
      <div className="field">
        <label htmlFor="post-text">{t(kind === 'offer' ? 'market.offerText' : 'market.needText')}</label>
          <LongInput id="post-text" rows={2} limit="post" value={text} onChange={setText} data-testid="post-text" />
      </div>
      <div className="form-grid">
        {units.length > 1 && <div className="field"><label htmlFor="post-unit">{t('unit')}</label>
          <select id="post-unit" className="select" value={unit}
            onChange={event => { setUnit(event.target.value); setGoal('') }} data-testid="post-unit">
            {units.map(one => <option key={one.id} value={one.id}>{one.name}</option>)}
          </select>
        </div>}
        <div className="field"><label htmlFor="post-group">{t('coverage.group')}</label>
          <select id="post-group" className="select" value={group} onChange={event => setGroup(event.target.value)}
            data-testid="post-group">
            {week.citizenGroups.map(one => <option key={one.id} value={one.id}>{one.name}</option>)}
          </select>
        </div>
        {goals.length > 0 && <div className="field"><label htmlFor="post-goal">{t('market.goal')}</label>
          <select id="post-goal" className="select" value={goal} onChange={event => setGoal(event.target.value)}
            data-testid="post-goal"><option value="">
              {t('choose')}
            </option>{goals.map(one => <option key={one.id} value={one.id}>{one.text}</option>)}</select>
        </div>}
      </div>
      {error !== null && <ProblemNotice error={error} focus />}
      <p><button type="submit" className="button primary" disabled={busy || text.trim() === ''}
        data-testid="post-submit">{t('market.submit')}</button></p>
    </form>
  )
}
