import { useId, useState, type FormEvent } from 'react'
import { monthName } from '../../model/dates'
import { followUpDefaults, followUpRules, monthDay, parts, type FollowUpRuleId } from '../../model/followUpDays'
import type { Week } from '../../model/week'
import { api } from '../../net/api'
import { useAnnounce } from '../shared/Announcer'
import { useWords } from '../shared/LanguageContext'
import { ProblemNotice } from '../ui/ProblemNotice'

type Days = Record<FollowUpRuleId, { day: string, month: number }>

function daysOf(week: Week): Days {
  return Object.fromEntries(followUpRules.map(rule =>
    [rule, parts(week.annualCycle?.followUpDays?.[rule] ?? followUpDefaults[rule])])) as Days
}

/** The days on which the municipality follows up, where no governance system names one. */
export function FollowUpDays({ week, onChanged }: { week: Week, onChanged: () => void }) {
  const { t, language } = useWords()
  const announce = useAnnounce()
  const id = useId()
  const [days, setDays] = useState(() => daysOf(week))
  const [failure, setFailure] = useState<unknown>(null)
  const wrong = followUpRules.filter(rule => monthDay(days[rule].day, days[rule].month) === null)
  const set = (rule: FollowUpRuleId, change: Partial<Days[FollowUpRuleId]>) =>
    setDays(before => ({ ...before, [rule]: { ...before[rule], ...change } }))
  const save = async (event: FormEvent) => {
    event.preventDefault()
    setFailure(null)
    const chosen = Object.fromEntries(followUpRules.map(rule =>
      [rule, monthDay(days[rule].day, days[rule].month) ?? followUpDefaults[rule]]))
    try {
      await api.setFollowUpDays(week.id, chosen)
      announce(t('followUpDays.saved'))
      onChanged()
    } catch (problem) {
      setFailure(problem)
    }
  }
  return (
    <details className="disclosure" data-testid="follow-up-days">
      <summary>{t('followUpDays.title')}</summary>
      <form className="sheet stack" onSubmit={event => void save(event)}>
        <p className="quiet">{t('followUpDays.text')}</p>
        {followUpRules.map(rule => (
          <fieldset key={rule} className="field follow-up-day">
            <legend>{t(`followUpDays.${rule}`)}</legend>
            <div className="cluster">
              <label htmlFor={`${id}-${rule}`} className="visually-hidden">{t('followUpDays.day')}</label>
              <input id={`${id}-${rule}`} className="input" inputMode="numeric" value={days[rule].day}
                aria-invalid={wrong.includes(rule)} onChange={event => set(rule, { day: event.target.value })}
                data-testid={`day-${rule}`} />
              <select className="select" aria-label={t('followUpDays.month')} value={days[rule].month}
                onChange={event => set(rule, { month: Number(event.target.value) })} data-testid={`month-${rule}`}>
                {Array.from({ length: 12 }, (_, month) => (
                  <option key={month} value={month + 1}>{monthName(month, language)}</option>
                ))}
              </select>
            </div>
            {wrong.includes(rule) && <p className="error-text">{t('followUpDays.wrong')}</p>}
          </fieldset>
        ))}
        {failure !== null && <ProblemNotice error={failure} focus />}
        <p><button type="submit" className="button" disabled={wrong.length > 0}
          data-testid="follow-up-days-save">{t('followUpDays.save')}</button></p>
      </form>
    </details>
  )
}
