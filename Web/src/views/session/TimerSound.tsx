import { useEffect } from 'react'
import { timerSound } from '../../net/timerSound'
import { useWords } from '../shared/LanguageContext'
import { useSignal } from '../shared/useSignal'
import { useSession } from './SessionContext'

/** Sounds once when the shared timer runs out, in browsers where it is turned on. Shows nothing. */
export function TimerSound() {
  const { store, view } = useSession()
  const { timer } = view.state
  const endsAt = timer.kind === 'running' ? timer.endsAt : null
  useEffect(() => {
    const awaken = () => timerSound.awaken()
    document.addEventListener('pointerdown', awaken)
    document.addEventListener('keydown', awaken)
    return () => {
      document.removeEventListener('pointerdown', awaken)
      document.removeEventListener('keydown', awaken)
    }
  }, [])
  useEffect(() => {
    const left = endsAt === null ? 0 : endsAt - store.now()
    if (left <= 0) return undefined
    const up = setTimeout(() => timerSound.play(), left)
    return () => clearTimeout(up)
  }, [endsAt, store])
  return null
}

export function TimerSoundChoice() {
  const { t } = useWords()
  const isOn = useSignal(timerSound.changed, () => timerSound.isOn)
  return (
    <label className="choice slim timer-sound"><input type="checkbox" checked={isOn} onChange={event =>
      timerSound.set(event.target.checked)} data-testid="timer-sound" /><span>{t('timer.sound')}</span></label>
  )
}
