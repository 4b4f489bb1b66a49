import { useEffect, useRef, useState, type FormEvent } from 'react'
import { formatDate, formatLongDate } from '../../model/dates'
import { lineFault } from '../../model/lineLength'
import type { JoinInfo } from '../../model/session'
import { entrance } from '../../net/entrance'
import { useWords } from '../shared/LanguageContext'
import { useMe } from '../shared/MeContext'
import { PageTitle } from '../shared/PageTitle'
import { paths } from '../shared/routes'
import { navigate } from '../shared/useRoute'
import { ChoiceList } from '../ui/ChoiceList'
import { WaitingRoom } from './WaitingRoom'
import { ProblemNotice } from '../ui/ProblemNotice'
import { TextInput } from '../ui/TextInput'
import { useLineFault, useLineMost } from '../ui/useLineFault'

export function JoinDetails({ info, joinCode, onBack }: { info: JoinInfo, joinCode: string, onBack: () => void }) {
  const { t, language } = useWords()
  const { reload } = useMe()
  const [name, setName] = useState(info.me?.displayName ?? '')
  const [belongs, setBelongs] = useState(info.me?.unitId ?? info.me?.externalId ?? '')
  const [role, setRole] = useState(info.me?.function ?? '')
  const [word, setWord] = useState('')
  const [knock, setKnock] = useState<{ sessionId: string, knockId: string } | null>(null)
  const [tries, setTries] = useState(0)
  const form = useRef<HTMLFormElement>(null)
  const [error, setError] = useState<Error | null>(null)
  const [busy, setBusy] = useState(false)
  const most = useLineMost()
  const tried = tries > 0
  const nameFault = useLineFault(name, 'join.name.missing', tried)
  const roleFault = useLineFault(role, 'join.function.missing', tried)
  const complete = lineFault(name, most) === null && belongs !== '' && lineFault(role, most) === null

  // On a phone the button is far below what is wrong.
  useEffect(() => {
    if (tries > 0) form.current?.querySelector<HTMLElement>('[aria-invalid=true], .invalid input')?.focus()
  }, [tries])

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setTries(tries + 1)
    if (!complete) return
    setBusy(true)
    setError(null)
    try {
      const outside = info.externalParties.some(party => party.id === belongs)
      const joined = await entrance.join({
        joinCode, displayName: name.trim(), function: role.trim(), ...(outside
          ? { externalId: belongs }
          : { unitId: belongs }), ...(word.trim() === '' ? {} : { passphrase: word.trim() }),
      })
      if ('knockId' in joined) {
        setKnock({ sessionId: joined.sessionId, knockId: joined.knockId })
        return
      }
      reload()
      navigate(paths.session(joined.sessionId))
    } catch (failure) {
      setError(failure as Error)
      setBusy(false)
    }
  }
  if (knock) {
    return (
      <WaitingRoom title={info.title}
        who={[name.trim(), [...info.units, ...info.externalParties].find(one => one.id === belongs)?.name, role.trim()]
          .filter(Boolean)
          .join(', ')}
        despiteWord={info.lobby === 'passphrase'} {...knock} onAnswered={() => { setKnock(null); setBusy(false) }} />
    )
  }
  const group = info.externalParties.length > 0
  const choices = [
    ...info.units.map(unit => ({ ...unit, ...(group ? { group: t('join.units') } : {}) })),
    ...info.externalParties.map(party => ({ ...party, group: t('join.externals') })),
  ]
  return (
    <main id="main" className="main narrow join" tabIndex={-1}>
      <PageTitle title={info.title} />
      <p className="quiet">{[info.weekTitle !== info.title ? info.weekTitle : '', formatLongDate(info.date, language)]
        .filter(Boolean)
        .join(' · ')}</p>
      {info.me && <p className="notice" data-testid="join-again">{t('join.again')}</p>}
      <form ref={form} className="stack-large" onSubmit={event => void submit(event)} noValidate>
        <TextInput label={t('join.name')} hint={t('join.name.hint', { date: formatDate(info.nameDeletedOn, language) })}
          value={name} onChange={setName} autoComplete="name" autoFocus required
          error={nameFault} data-testid="join-name" />
        <div className="stack-small">
          <ChoiceList legend={t('join.unit')} choices={choices} chosen={[belongs]} single
            onToggle={id => setBelongs(id)} invalid={tried && belongs === ''} testId="join-unit" />
          {tried && belongs === '' && <span className="error-text" role="alert">{t('join.unit.missing')}</span>}
        </div>
        <TextInput label={t('join.function')} hint={t('join.function.hint')} value={role} onChange={setRole}
          autoComplete="organization-title" required
          error={roleFault} data-testid="join-function" />
        {info.lobby === 'passphrase' && !info.me && <TextInput label={t('join.word')} hint={t('join.word.hint')}
          value={word} onChange={setWord} autoComplete="off" limit="passphrase" data-testid="join-word" />}
        {info.lobby === 'approval' && !info.me && <p className="hint">{t('join.approval')}</p>}
        {error && <ProblemNotice error={error} focus />}
        <div className="cluster">
          <button type="submit" className="button primary large" disabled={busy} data-testid="join-submit">
            {t(info.me ? 'join.continue' : 'join.submit')}
          </button>
          <button type="button" className="button quiet" onClick={onBack}>{t('join.otherCode')}</button>
        </div>
      </form>
    </main>
  )
}
