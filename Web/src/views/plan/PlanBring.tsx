import { useState, type ChangeEvent } from 'react'
import type { PlanView } from '../../model/goalPlan'
import { api } from '../../net/api'
import { plans } from '../../net/plans'
import { chosenFile } from '../../net/chosenFile'
import { useWords } from '../shared/LanguageContext'
import { useLoad } from '../shared/useLoad'
import { FileNotes } from '../ui/FileNotes'
import { usePlan } from './PlanContext'

/** Other ways into the plan: a file, or what spans from an earlier year. */
export function PlanBring() {
  const { t } = useWords()
  const { canWrite, busy, change, view } = usePlan()
  const { value: weeks } = useLoad('weeks', api.weeks)
  const [outcome, setOutcome] = useState<PlanView['outcome']>(undefined)
  if (!canWrite) return null
  const told = (outcome: PlanView['outcome']) => t(outcome?.edits === 0 ? 'plan.brought.nothing' : 'plan.brought')
  const others = (weeks ?? []).filter(week => week.id !== view.plan.weekId)
  const read = async (event: ChangeEvent<HTMLInputElement>) => {
    const input = event.target
    const file = input.files?.[0]
    if (!file) return
    setOutcome(undefined)
    await change(async place => {
      const view = await plans.bringPlanFile(place, await chosenFile(file))
      setOutcome(view.outcome)
      return view
    }, view => told(view.outcome))
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
          <input id="plan-file" className="visually-hidden" type="file"
            accept=".json,.csv,.tsv,.txt,application/json,text/csv,text/plain" disabled={busy}
            onChange={event => void read(event)} data-testid="plan-file" />
        </div>
        {outcome !== undefined && <p className="notice success" data-testid="plan-brought">{told(outcome)}</p>}
        <FileNotes notes={outcome?.notes ?? []} />
        {others.map(week => (
          <p key={week.id}>
            <button type="button" className="button" disabled={busy} data-testid={`carry-${week.id}`}
              onClick={() => void change(place => plans.carryPlanOver(place, week.id), t('plan.brought'))}>
              {t('plan.carryOver', { week: week.title })}
            </button>
          </p>
        ))}
      </div>
    </details>
  )
}
