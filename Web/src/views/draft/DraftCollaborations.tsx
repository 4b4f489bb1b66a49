import { formatDate, formatPeriod } from '../../model/dates'
import { gapsAt, type DraftCollaboration } from '../../model/goalPlanDraft'
import { useWords } from '../shared/LanguageContext'
import { LevelMark } from '../ui/LevelMark'
import { Fact } from './Fact'
import { functionText } from './functionText'
import { GapNotes } from './GapNotes'
import { useDraft } from './DraftContext'

/** The agreements the unit is party to. */
export function DraftCollaborations() {
  const { t } = useWords()
  const { draft, onlyGaps } = useDraft()
  const shown =
    draft.collaborations.filter(one => !onlyGaps || gapsAt(draft, place => place.modelId === one.modelId).length > 0)
  if (shown.length === 0 && onlyGaps) return null
  return (
    <section className="draft-section" aria-labelledby="agreements-heading">
      <h2 id="agreements-heading">3. {t('draft.agreements')}</h2>
      {shown.length === 0 && <p className="empty">{t('draft.noAgreements')}</p>}
      {shown.map(one => <Agreement key={one.modelId} agreement={one} />)}
    </section>
  )
}

function Agreement({ agreement }: { agreement: DraftCollaboration }) {
  const { t, language } = useWords()
  const { draft, onlyGaps } = useDraft()
  const own = agreement.expectations.filter(one => one.isOwn)
  const text = (pick: 'give' | 'need' | 'limit') => own.map(one => one[pick]).filter(Boolean).join('; ')
  return (
    <article className="draft-item" id={`agreement-${agreement.modelId}`} tabIndex={-1}
      aria-labelledby={`agreement-title-${agreement.modelId}`} data-testid={`agreement-${agreement.modelId}`}>
      <h3 id={`agreement-title-${agreement.modelId}`}>{agreement.title || t('model.untitled')}</h3>
      <p><LevelMark level={agreement.level} /></p>
      <GapNotes gaps={gapsAt(draft, place => place.modelId === agreement.modelId)} />
      {!onlyGaps && <dl className="facts">
        <Fact label={t('draft.with')} required>{agreement.parties.map(one => one.name).join(', ')}</Fact>
        <Fact label={t('draft.contributesTo')} required>
          {agreement.goals.map(goal => `${goal.label} (${goal.unitName})`).join('; ')}
        </Fact>
        <Fact label={t('draft.task')}>{agreement.task}</Fact>
        <Fact label={t('draft.whyCross')}>{agreement.whyCross}</Fact>
        <Fact label={t('draft.give')}>{text('give')}</Fact>
        <Fact label={t('draft.need')}>{text('need')}</Fact>
        <Fact label={t('draft.limit')}>{text('limit')}</Fact>
        <Fact label={t('draft.goal')}>{agreement.goal
          && `${agreement.goal}${agreement.goalDate ? ` (${formatDate(agreement.goalDate, language)})` : ''}`}</Fact>
        <Fact label={t('draft.coordinator')} required>{functionText(agreement.coordinator)}</Fact>
        <Fact label={t('draft.period')}>{formatPeriod(agreement.start, agreement.end, language)}</Fact>
        <Fact label={t('draft.escalation')}>{agreement.escalation}</Fact>
        <Fact label={t('draft.decisionRights')}>{agreement.decisionRights}</Fact>
        <Fact label={t('draft.anchoring')}>{agreement.anchoring}</Fact>
        <Fact label={t('draft.dataSharing')}>{agreement.dataSharing}</Fact>
        <Fact label={t('draft.confirmedBy')} required>{agreement.confirmations.length > 0
          && <ul>{agreement.confirmations.map((one, index) => (
            <li key={index}>{[one.function, one.party.name].filter(Boolean).join(', ')} <span className="quiet">
              ({formatDate(one.on, language)})
            </span>{one.state === 'beforeChange' && (
              <span className="before-change"> · {t('model.state.confirmedBeforeChange')}</span>
            )}</li>
          ))}</ul>}</Fact>
      </dl>}
    </article>
  )
}
