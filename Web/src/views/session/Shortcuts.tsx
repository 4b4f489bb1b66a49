import { useEffect, useRef, useState } from 'react'
import { mayFacilitate } from '../../model/session'
import { keepSetting, readSetting } from '../../net/browserSetting'
import { focusQuietly } from '../shared/focusQuietly'
import { useWords } from '../shared/LanguageContext'
import { isSingleKey } from '../shared/singleKeys'
import { paths } from '../shared/routes'
import { navigate } from '../shared/useRoute'
import { useSessionSetting } from './SessionContext'
import { TimerSoundChoice } from './TimerSound'

const setting = 'samspil-shortcuts'
const forParticipants = ['k', 'h'] as const
/**
 * To what stands around the button: what is not easily undone is pressed, not typed, and
 * the next letter presses nothing.
 */
const forThoseWhoLead = { n: 'phase-next-place', p: 'agenda-edit-place' } as const
const forEverybody = ['s', '?'] as const

/** Single keys for what is pressed most, shown by `?`; off for those who speak to their machine or press by mistake. */
export function Shortcuts() {
  const { t } = useWords()
  const { store, details } = useSessionSetting()
  const [isOn, setOn] = useState(() => readSetting(setting) !== 'off')
  const dialog = useRef<HTMLDialogElement>(null)
  const me = details.me.participantId
  const takesPart = details.role === 'participant' && Boolean(me)
  useEffect(() => {
    if (!isOn) return undefined
    const pressed = (event: KeyboardEvent) => {
      if (!isSingleKey(event) || dialog.current?.open) return
      const { ready, hands } = store.view.state.areas
      // A refusal here is shown nowhere; the button beside says the same and shows it.
      const send = (command: Parameters<typeof store.command>[0]) => { store.command(command).catch(() => undefined) }
      if (event.key === '?') dialog.current?.showModal()
      else if (event.key === 's') navigate(paths.session(details.id))
      else if (event.key === 'k' && takesPart) send({ kind: 'sayReady', ready: !ready.has(me ?? '') })
      else if (event.key === 'h' && takesPart) send({ kind: hands.includes(me ?? '') ? 'lowerHand' : 'raiseHand' })
      else if (mayFacilitate(details.role) && event.key in forThoseWhoLead) focusQuietly(
        document.getElementById(forThoseWhoLead[event.key as keyof typeof forThoseWhoLead])
      )
      else return
      event.preventDefault()
    }
    document.addEventListener('keydown', pressed)
    return () => document.removeEventListener('keydown', pressed)
  }, [isOn, store, details, takesPart, me])
  const choose = (on: boolean) => {
    setOn(on)
    keepSetting(setting, on ? 'on' : 'off')
  }
  const keys =
    [...takesPart ? forParticipants : [], ...mayFacilitate(details.role) ? ['n', 'p'] as const : [], ...forEverybody]
  return (
    <>
      <section className="no-print shortcuts-open cluster" aria-label={t('keys.here')}>
        <button type="button" className="button quiet slim" onClick={() => dialog.current?.showModal()}
          data-testid="shortcuts-open">{t('keys.title')}</button>
        <TimerSoundChoice />
      </section>
      <dialog ref={dialog} className="sheet" aria-labelledby="shortcuts-heading" data-testid="shortcuts">
        <div className="stack">
          <h2 id="shortcuts-heading">{t('keys.title')}</h2>
          <dl className="shortcut-list">{keys.map(key => (
            <div key={key}><dt><kbd>{key}</kbd></dt><dd>{t(key === '?' ? 'keys.help' : `keys.${key}`)}</dd></div>
          ))}</dl>
          <label className="choice slim"><input type="checkbox" checked={isOn} onChange={event =>
            choose(event.target.checked)} data-testid="shortcuts-on" /><span>{t('keys.on')}</span></label>
          <p>
            <button type="button" className="button" onClick={() => dialog.current?.close()}>{t('keys.close')}</button>
          </p>
        </div>
      </dialog>
    </>
  )
}
