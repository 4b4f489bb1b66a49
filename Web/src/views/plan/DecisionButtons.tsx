import type { Choice, OpenStatus } from '../../model/goalPlan'
import { useWords } from '../shared/LanguageContext'
import { usePlan } from './PlanContext'

interface Properties {
  sourceId: string
  field?: string
  status: OpenStatus
  /** What it is about, for those who hear the buttons. */
  about: string
  canBeBoth: boolean
}

/** Take what the source says, keep what the plan says, or both. */
export function DecisionButtons({ sourceId, field, status, about, canBeBoth }: Properties) {
  const { t } = useWords()
  const { canWrite, busy, decide } = usePlan()
  if (!canWrite) return null
  const choices: Choice[] = status === 'conflicting' && canBeBoth ? ['take', 'keep', 'both'] : ['take', 'keep']
  const word = (choice: Choice) => choice === 'keep' && status === 'new' ? t('plan.refuse') : t(`plan.choice.${choice}`)
  return (
    <div className="cluster plan-decision no-print" role="group" aria-label={t('plan.decide', { about })}>
      {choices.map(choice => (
        <button key={choice} type="button" className="button" disabled={busy}
          data-testid={`plan-${choice}-${sourceId}${field === undefined ? '' : `-${field}`}`}
          onClick={() => void decide([
            { sourceId, choice, ...(field === undefined ? {} : { field }) }
          ], t(`plan.decided.${choice}`))}>{word(choice)}</button>
      ))}
    </div>
  )
}
