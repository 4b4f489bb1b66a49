import type { OwnState, ShownState } from '../model/shownState'

/** A session's state as it comes: in one message, or in parts whose texts together are the JSON of the two. */
export type StateMessage =
  | { type: 'state', seq: number, state: ShownState, own: OwnState }
  | { type: 'state', seq: number, part: number, isLast: boolean, text: string }

/** Puts a state together from its parts. */
export class StateParts {
  private texts: string[] = []

  /** The whole state, when this was the last of it. */
  take(message: StateMessage): { seq: number, state: ShownState, own: OwnState } | null {
    if ('state' in message) return message
    if (message.part === 0) this.texts = []
    // After a part that is missing, nothing until a state begins anew.
    if (message.part !== this.texts.length) return null
    this.texts.push(message.text)
    if (!message.isLast) return null
    const whole = JSON.parse(this.texts.join('')) as { state: ShownState, own: OwnState }
    this.texts = []
    return { seq: message.seq, ...whole }
  }
}
