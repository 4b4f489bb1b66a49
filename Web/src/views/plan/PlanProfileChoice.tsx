import { useId } from 'react'
import type { ProfileId } from '../../model/goalPlan'
import { plans } from '../../net/plans'
import { useWords } from '../shared/LanguageContext'
import { usePlan } from './PlanContext'

/** The same plan as another governance system arranges it: to look at, or for the plan to follow from now on. */
export function PlanProfileChoice({ onShow }: { onShow: (profile: ProfileId) => void }) {
  const { t, own } = useWords()
  const { view, canWrite, busy, change } = usePlan()
  const id = useId()
  const isOther = view.profile.id !== view.plan.profile
  return (
    <div className="cluster no-print plan-profile">
      <label htmlFor={id}>{t('plan.showAs')}</label>
      <select id={id} className="input" value={view.profile.id} data-testid="plan-profile" onChange={event => {
        const chosen = view.profiles.find(one => one.id === event.target.value)
        if (chosen) onShow(chosen.id)
      }}>
        {view.profiles.map(one => <option key={one.id} value={one.id}>{own(one.title)}</option>)}
      </select>
      {isOther && canWrite && <button type="button" className="button" disabled={busy} data-testid="plan-profile-set"
        onClick={() =>
          void change(place => plans.writePlan(place, { profile: view.profile.id }), t('plan.profileSet'))}>
        {t('plan.setProfile', { name: own(view.profile.title) })}
      </button>}
    </div>
  )
}
