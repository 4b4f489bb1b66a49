import { keepSetting, readSetting } from './browserSetting'
import { Signal } from './signal'

const setting = 'samspil-timer-sound'
/** Two tones, a fourth apart: seconds from now, hertz. */
const tones = [[0, 587.33], [0.28, 783.99]] as const
const toneSeconds = 0.24

/** Says by a sound that the time is up. Off until somebody turns it on in this browser; made here, not fetched. */
class TimerSound {
  readonly changed = new Signal()
  private context: AudioContext | null = null

  get isOn(): boolean {
    return readSetting(setting) === 'on'
  }

  /** Turning it on lets it be heard once: how loud it is, and that the browser allows it. */
  set(on: boolean): void {
    keepSetting(setting, on ? 'on' : 'off')
    if (on) this.play()
    this.changed.emit()
  }

  /** Browsers let a page be heard only after somebody has pressed something on it. */
  awaken(): void {
    if (!this.isOn) return
    this.context ??= new AudioContext()
    if (this.context.state === 'suspended') void this.context.resume()
  }

  play(): void {
    this.awaken()
    const context = this.context
    if (context === null || !this.isOn) return
    for (const [after, frequency] of tones) {
      const begins = context.currentTime + after
      const tone = context.createOscillator()
      const volume = context.createGain()
      tone.frequency.value = frequency
      volume.gain.setValueAtTime(0.0001, begins)
      volume.gain.exponentialRampToValueAtTime(0.3, begins + 0.02)
      volume.gain.exponentialRampToValueAtTime(0.0001, begins + toneSeconds)
      tone.connect(volume).connect(context.destination)
      tone.start(begins)
      tone.stop(begins + toneSeconds)
    }
  }
}

export const timerSound = new TimerSound()
