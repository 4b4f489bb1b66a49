import { useState } from 'react'
import { whatGoes } from '../../model/removal'
import type { Removable } from '../../net/removals'
import { useAnnounce } from '../shared/Announcer'
import { useWords } from '../shared/LanguageContext'
import { useLoad } from '../shared/useLoad'
import { useSecondPress } from '../shared/useSecondPress'
import { Loading } from '../ui/Loading'
import { ProblemNotice } from '../ui/ProblemNotice'
import { TextInput } from '../ui/TextInput'

/** Says what goes and what stays, asks for words where somebody confirmed, and deletes at the second press. */
export function RemovalForm({ removable, onRemoved }: { removable: Removable, onRemoved: () => void }) {
  const { t, language } = useWords()
  const announce = useAnnounce()
  const { value: removal, error, reload } = useLoad(`removal ${removable.key}`, removable.read)
  const [armed, setArmed] = useSecondPress()
  const [reason, setReason] = useState('')
  const [failure, setFailure] = useState<unknown>(null)
  if (removal === null) return error === null ? <Loading /> : <ProblemNotice error={error} />
  const title = removal.title.trim() === '' ? t('removal.unnamed') : removal.title
  const goes = whatGoes(removal)
  const needsReason = removal.kind === 'model' && removal.confirmations > 0
  const stays = [
    removal.plansDrawing > 0 ? t('removal.plansDrawing', { count: removal.plansDrawing }) : '',
    removal.comments > 0 ? t('removal.comments', { count: removal.comments }) : '',
    removal.kind === 'participant' && removal.confirmations > 0
      ? t('removal.confirmed', { count: removal.confirmations }) : '',
    ...removal.mentions.map(one => t('removal.mention', { model: one.title, field: one.label[language] })),
  ].filter(one => one !== '')
  const press = async () => {
    setArmed(!armed)
    if (!armed) return
    setFailure(null)
    try {
      await removable.remove(removal.tag, needsReason ? reason.trim() : undefined)
      announce(t('removal.done', { title }))
      onRemoved()
    } catch (problem) {
      setFailure(problem)
      reload()
    }
  }
  return (
    <div className="stack" data-testid="removal">
      <p>{t('removal.what', { title })}</p>
      {goes.length === 0 && <p className="quiet">{t('removal.nothing')}</p>}
      {goes.length > 0 && <ul data-testid="removal-goes">
        {goes.map(({ what, count }) => <li key={what}>{t(`removal.${what}`, { count })}</li>)}
      </ul>}
      {stays.length > 0 && <p>{t('removal.stays')}</p>}
      {stays.length > 0 && <ul data-testid="removal-stays">{stays.map(one => <li key={one}>{one}</li>)}</ul>}
      {needsReason && <TextInput label={t('removal.reason')} hint={t('removal.reason.hint')} value={reason}
        onChange={setReason} limit="reason" data-testid="removal-reason" />}
      {failure !== null && <ProblemNotice error={failure} focus />}
      <p>
        <button type="button" className={`button danger ${armed ? 'armed' : ''}`} data-testid="removal-do"
          disabled={needsReason && reason.trim() === ''} onClick={() => void press()}>
          {t(armed ? 'removal.verySure' : 'removal.sure')}
        </button>
      </p>
    </div>
  )
}
