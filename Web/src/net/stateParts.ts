import type { OwnState, ShownState, StateMessage, StatePartMessage } from '../model/generated/types'

/** Puts a state together that comes in one message, or in parts whose texts together are the JSON of the two. */
export class StateParts {
  private texts: string[] = []

  /** The whole state, when this was the last of it. */
  take(message: StateMessage | StatePartMessage): { seq: number, state: ShownState, own: OwnState } | null {
    if ('state' in message) return message
    if (message.part === 0) this.texts = []
    // After a part that is missing, nothing until a state begins anew.
    if (message.part !== this.texts.length) return null
    this.texts.push(message.text)
    if (!message.isLast) return null
    const whole: Pick<StateMessage, 'own' | 'state'> = JSON.parse(this.texts.join(''))
    this.texts = []
    return { seq: message.seq, ...whole }
  }
}
