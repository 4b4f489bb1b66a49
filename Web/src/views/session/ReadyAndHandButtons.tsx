import { useWords } from '../shared/LanguageContext'
import { useSession } from './SessionContext'
import { Icon } from '../ui/Icon'
import { ProblemNotice } from '../ui/ProblemNotice'
import { useCommand } from './useCommand'

/** What a participant can always say: ready, a raised hand, and, in a group, that help is wanted. */
export function ReadyAndHandButtons() {
  const { t } = useWords()
  const { details, view } = useSession()
  const { send, error } = useCommand()
  const me = details.me.participantId
  const { ready, hands, groups, calling } = view.state.areas
  if (details.role !== 'participant' || !me || view.state.ended) return null
  const isReady = ready.has(me)
  const isUp = hands.includes(me)
  const group = groups.find(one => one.members.includes(me))
  const called = group !== undefined && calling.includes(group.groupId)
  return (
    <div className="stack-small" role="group" aria-label={t('readyAndHand.label')}>
      <div className="cluster">
        <button type="button" className="button" aria-pressed={isReady}
          onClick={() => void send({ kind: 'sayReady', ready: !isReady })} data-testid="say-ready">
          <Icon name="check" />{t('readyAndHand.ready')}
        </button>
        <button type="button" className="button" aria-pressed={isUp}
          onClick={() => void send({ kind: isUp ? 'lowerHand' : 'raiseHand' })} data-testid="raise-hand">
          <Icon name="hand" />{t('readyAndHand.hand')}
        </button>
        {group && <button type="button" className="button" aria-pressed={called} disabled={called}
          onClick={() => void send({ kind: 'callFacilitator' })} data-testid="call-facilitator">
          {t(called ? 'groups.called' : 'groups.callFacilitator')}
        </button>}
      </div>
      {error !== null && <ProblemNotice error={error} />}
    </div>
  )
}
