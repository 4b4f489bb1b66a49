import { useState } from 'react'
import type { MarketPost } from '../../model/marketplace'
import type { Week } from '../../model/week'
import { marketplace } from '../../net/marketplace'
import { useWords } from '../shared/LanguageContext'
import { useSecondPress } from '../shared/useSecondPress'
import { ProblemNotice } from '../ui/ProblemNotice'
import { UnitBadge } from '../ui/UnitBadge'

/** A post, with whom it is from; its own unit may take it down. */
export function PostView({ week, post, onChanged }: { week: Week, post: MarketPost, onChanged: () => void }) {
  const { t } = useWords()
  const [armed, setArmed] = useSecondPress()
  const [error, setError] = useState<unknown>(null)
  const unit = week.units.find(one => one.id === post.unitId)
  const goal = week.goals.find(one => one.id === post.goalId)
  const withdraw = async () => {
    if (!armed) return setArmed(true)
    setArmed(false)
    try {
      await marketplace.withdraw(week.id, post.id)
      onChanged()
    } catch (failure) {
      setError(failure)
    }
  }
  return (
    <li className="stack-small" data-testid={`post-${post.id}`}>
      <div className="market-post">
        <UnitBadge id={post.unitId} name={unit?.name ?? ''} ids={week.units.map(one => one.id)} />
        <div className="stack-small">
          <p>{post.text}</p>
          <p className="quiet small">{[unit?.name, post.function, goal && t('market.aboutGoal', { goal: goal.text })]
            .filter(Boolean)
            .join(' · ')}</p>
          {post.mayWithdraw && (
            <p className="no-print">
              <button type="button" className={`button quiet ${armed ? 'armed' : ''}`}
                aria-label={t(armed ? 'market.withdrawSureNamed' : 'market.withdrawNamed', { text: post.text })}
                onClick={() => void withdraw()} data-testid={`withdraw-${post.id}`}>
                {t(armed ? 'market.withdrawSure' : 'market.withdraw')}
              </button>
            </p>
          )}
        </div>
      </div>
      {error !== null && <ProblemNotice error={error} focus />}
    </li>
  )
}
