import type { ChangeEvent } from 'react'
import { api } from '../../net/api'
import { useWords } from '../app/LanguageContext'
import { useLoad } from '../app/useLoad'
import { usePlan } from './PlanContext'

/** Other ways into the plan: a file, or what spans from an earlier year. */
export function PlanBring() {
  const { t } = useWords()
  const { canWrite, busy, change, view } = usePlan()
  const { value: weeks } = useLoad('weeks', api.weeks)
  if (!canWrite) return null
  const others = (weeks ?? []).filter(week => week.id !== view.plan.weekId)
  const read = async (event: ChangeEvent<HTMLInputElement>) => {
    const input = event.target
    const file = input.files?.[0]
    if (!file) return
    const text = await file.text()
    await change(place => api.bringPlanFile(place, text, file.name.toLowerCase().endsWith('.csv') ? 'text/csv' : 'application/json'), t('plan.brought'))
    // The same file, mended, can be chosen again.
    input.value = ''
  }
  return (
    <details className="no-print">
      <summary>{t('plan.bring')}</summary>
      <div className="stack">
        <p className="quiet">{t('plan.bring.text')}</p>
        <div className="file-choice">
          <label htmlFor="plan-file" className="button">{t('plan.bring.file')}</label>
          <input id="plan-file" className="visually-hidden" type="file" accept=".json,.csv,application/json,text/csv" disabled={busy} onChange={event => void read(event)} data-testid="plan-file" />
        </div>
        {others.map(week => (
          <p key={week.id}><button type="button" className="button" disabled={busy} data-testid={`carry-${week.id}`} onClick={() => void change(place => api.carryPlanOver(place, week.id), t('plan.brought'))}>{t('plan.carryOver', { week: week.title })}</button></p>
        ))}
      </div>
    </details>
  )
}
