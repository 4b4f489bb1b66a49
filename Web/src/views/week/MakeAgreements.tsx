import { useId, useState, type FormEvent } from 'react'
import type { ProfileId } from '../../model/goalPlan'
import type { MadeAgreements } from '../../model/planYear'
import type { Week } from '../../model/week'
import { plans } from '../../net/plans'
import { useWords } from '../shared/LanguageContext'
import { DateInput } from '../ui/DateInput'
import { ProblemNotice } from '../ui/ProblemNotice'
import { PersonalNumberHint } from '../ui/PersonalNumberHint'

const profiles: ProfileId[] = ['maalplan', 'proceshjul', 'aftale', 'dialogaftale']

/** The common parts of all units' agreements, laid in at once: again, nothing is made twice. */
export function MakeAgreements({ week }: { week: Week }) {
  const { t } = useWords()
  const id = useId()
  const [profile, setProfile] = useState<ProfileId>('aftale')
  const [start, setStart] = useState('')
  const [end, setEnd] = useState('')
  const [introduction, setIntroduction] = useState('')
  const [goals, setGoals] = useState('')
  const [busy, setBusy] = useState(false)
  const [made, setMade] = useState<MadeAgreements | null>(null)
  const [failure, setFailure] = useState<unknown>(null)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    setFailure(null)
    setMade(null)
    try {
      setMade(await plans.makeAgreements(week.id, {
        profile, ...(start === '' ? {} : { start }), ...(end === '' ? {} : { end }),
        ...(introduction.trim() === '' ? {} : { introduction }),
        corporateGoals: goals.split('\n').map(line => line.trim()).filter(line => line !== '')
          .map((text, index) => ({ id: String(index + 1), text })),
      }))
    } catch (problem) {
      setFailure(problem)
    } finally {
      setBusy(false)
    }
  }
  return (
    <details className="no-print" data-testid="make-agreements">
      <summary>{t('agreements.title')}</summary>
      <form className="sheet stack" onSubmit={event => void submit(event)}>
        <p className="quiet">{t('agreements.text')}</p>
        <div className="field">
          <label htmlFor={`${id}-profile`}>{t('agreements.profile')}</label>
          <select id={`${id}-profile`} className="input" value={profile} data-testid="agreements-profile"
            onChange={event => setProfile(profiles.find(one => one === event.target.value) ?? 'aftale')}>
            {profiles.map(one => <option key={one} value={one}>{t(`profile.${one}`)}</option>)}
          </select>
        </div>
        <DateInput label={t('date.start')} value={start} onChange={setStart} testId="agreements-start" />
        <DateInput label={t('date.end')} value={end} onChange={setEnd} testId="agreements-end" />
        <div className="field">
          <label htmlFor={`${id}-introduction`}>{t('agreements.introduction')}</label>
          <textarea id={`${id}-introduction`} className="input" rows={3} value={introduction}
            onChange={event => setIntroduction(event.target.value)} /><PersonalNumberHint text={introduction} />
        </div>
        <div className="field">
          <label htmlFor={`${id}-goals`}>{t('agreements.goals')}</label>
          <textarea id={`${id}-goals`} className="input" rows={3} value={goals} onChange={event =>
            setGoals(event.target.value)} data-testid="agreements-goals" /><PersonalNumberHint text={goals} />
        </div>
        {failure !== null && <ProblemNotice error={failure} focus />}
        <p><button type="submit" className="button primary" disabled={busy}
          data-testid="agreements-make">{t('agreements.make', { count: week.units.length })}</button></p>
        <p role="status" data-testid="agreements-made">{made !== null && t('agreements.made', {
          changed: made.changed.length, same: made.same.length, finished: made.finished.length
        })}</p>
      </form>
    </details>
  )
}
