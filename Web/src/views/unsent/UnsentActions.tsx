import { useRef, useState } from 'react'
import { isForWantOfRoom } from '../../model/saveStatus'
import { plainWords, type UnsentWords } from '../../model/unsentWords'
import { saveFile } from '../../net/download'
import type { KeptWork } from '../../net/keptWork'
import { sendKeptWork, type NotSent } from '../../net/unsentSender'
import { unsentWork } from '../../net/unsentWork'
import { useAnnounce } from '../shared/Announcer'
import { useWords } from '../shared/LanguageContext'
import { paths } from '../shared/routes'
import { useSecondPress } from '../shared/useSecondPress'
import { Icon } from '../ui/Icon'
import { Link } from '../ui/Link'
import { unsentFile } from './unsentFile'
import { useMaySend, type MaySend } from './useMaySend'

/** Send, copy, save as a file, throw away. Nothing goes before the server has it, or two presses threw it away. */
export function UnsentActions({ work, words }: { work: KeptWork, words: UnsentWords }) {
  const all = useWords()
  const { t } = all
  const announce = useAnnounce()
  const [asked, setMay] = useMaySend(work)
  const may = unsentWork.lacksRoom(work) ? 'full' : asked
  const [isSending, setSending] = useState(false)
  const isUnderWay = useRef(false)
  const [said, setSaid] = useState('')
  const [armed, setArmed] = useSecondPress()
  const say = (text: string) => {
    setSaid(text)
    announce(text)
  }
  const send = async () => {
    // The page that has it open sends it itself.
    if (unsentWork.isOpenHere(work)) return unsentWork.retry(work)
    if (isUnderWay.current) return
    isUnderWay.current = true
    setSending(true)
    const problem = await sendKeptWork(work)
    isUnderWay.current = false
    setSending(false)
    if (problem !== null) return setMay(mayAfter(problem))
    announce(t('unsent.sent'))
    if (!await unsentWork.remove(work)) say(t('unsent.sent'))
  }
  const copy = () => navigator.clipboard.writeText(plainWords(words)).then(() => say(t('unsent.copied')))
    .catch(() => say(t('unsent.copyFailed')))
  const save = () => {
    // The mark at the beginning tells older Windows programs that it is UTF-8.
    const content = new Blob(['\ufeff', unsentFile(work, words, all)], { type: 'text/plain;charset=utf-8' })
    saveFile({ content, name: `${t('unsent.file.name')}-${work.modelId}.txt` })
    say(t('unsent.saved'))
  }
  const throwAway = async () => {
    setArmed(!armed)
    if (!armed) return
    const isHere = unsentWork.isOpenHere(work)
    if (!await unsentWork.remove(work)) return say(t('unsent.notRemoved'))
    announce(t('unsent.thrownAway'))
    // The page still shows it: it is opened anew with what the server has.
    if (isHere) location.reload()
  }
  return (
    <div className="stack-small">
      {may !== 'yes' && <p className="small" data-testid="unsent-may-not">{t(`unsent.mayNot.${may}`)}</p>}
      <div className="cluster">
        {may === 'yes' && (
          <button type="button" className="button primary" aria-disabled={isSending} onClick={() => void send()}
            data-testid="unsent-send">{t(isSending ? 'unsent.sending' : 'unsent.send')}</button>
        )}
        <button type="button" className="button" onClick={() => void copy()} data-testid="unsent-copy">
          <Icon name="copy" />{t('unsent.copy')}
        </button>
        <button type="button" className="button" onClick={save} data-testid="unsent-save">{t('unsent.save')}</button>
        {may === 'yes' && work.about !== null && (
          <Link href={paths.model(work.about.sessionId, work.modelId)}>{t('unsent.toModel')}</Link>
        )}
        <button type="button" className={`button quiet danger ${armed ? 'armed' : ''}`} onClick={() => void throwAway()}
          data-testid="unsent-throw-away">{t(armed ? 'unsent.throwAwaySure' : 'unsent.throwAway')}</button>
      </div>
      {said !== '' && <p className="small" data-testid="unsent-said">{said}</p>}
    </div>
  )
}

function mayAfter(problem: NotSent): MaySend {
  return isForWantOfRoom(problem) ? 'full' : problem
}
