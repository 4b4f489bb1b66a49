import { shownIndex, sharedIndex, shownText } from './lineEnds'
import { applyDelta, deltaOf, transformDelta, type TextDelta } from './textDelta'
import { diffText, transformPosition, type TextChange } from './textDiff'

/** What is selected in a field, in UTF-16 units of what it shows; a caret where both are equal. */
export interface FieldSelection { start: number, end: number, backward: boolean }

/**
 * A text field tied to a shared text: what it shows, where the caret stands, and what others wrote while an input
 * method composes. Pure: the page tells it what happens in the field and in the shared text, and asks it what to do.
 *
 * The field is never touched while something is composed (an accent, a word on a phone's keyboard, Japanese): a
 * change of its value would end the composition or write it twice. Others' changes wait. What is composed is shared
 * as it grows, moved by what waits; what waits is moved by what is composed; so both sides always know the same.
 *
 * Positions move with what stands around them. A caret stays behind the letter it stood behind; the ends of a
 * selection keep to what is selected, so that what others write at its edge is not replaced with it.
 */
export class SharedField {
  /** The shared text that `shown` shows: all of it but what waits. */
  private base: string
  /** Others' changes, oldest first: the first is one of `base`, each other of what the one before led to. */
  private waiting: TextDelta[] = []
  private composes = false
  private text: string
  private place: FieldSelection = { start: 0, end: 0, backward: false }

  constructor(shared: string, private readonly singleLine: boolean) {
    this.base = shared
    this.text = shownText(shared, singleLine)
  }

  /** What the field shows, or should as soon as nothing is composed. */
  get shown(): string {
    return this.text
  }

  get selection(): FieldSelection {
    return this.place
  }

  /** The field must be left alone. */
  get isComposing(): boolean {
    return this.composes
  }

  /** The whole shared text as this field knows it. */
  get shared(): string {
    return this.waiting.reduce(applyDelta, this.base)
  }

  /** The selection's ends in the shared text, for others to see. */
  get sharedSelection(): FieldSelection {
    const { start, end, backward } = this.place
    const inBase = { start: sharedIndex(this.base, start), end: sharedIndex(this.base, end), backward }
    return this.waiting.reduce(moved, inBase)
  }

  select(selection: FieldSelection): void {
    const within = (at: number) => Math.max(0, Math.min(at, this.text.length))
    this.place = { start: within(selection.start), end: within(selection.end), backward: selection.backward }
  }

  /** The ends of a selection in the shared text become the field's. */
  selectShared({ start, end, backward }: FieldSelection): void {
    this.select({ start: shownIndex(this.base, start), end: shownIndex(this.base, end), backward })
  }

  compositionStarted(): void {
    this.composes = true
  }

  /** The field may be touched again: it gets what others wrote meanwhile. */
  compositionEnded(): void {
    this.composes = false
    const waiting = this.waiting
    this.waiting = []
    for (const delta of waiting) this.take(delta)
  }

  /**
   * The field holds `value` after some input: gives the least change of the shared text that says so, null for none.
   */
  typed(value: string, selection: FieldSelection): TextDelta | null {
    const change = diffText(this.text, shownText(value, this.singleLine), selection.end)
    if (change === null) {
      this.select(selection)
      return null
    }
    let own: TextDelta = deltaOf(inShared(this.base, change))
    this.base = applyDelta(this.base, own)
    this.text = shownText(this.base, this.singleLine)
    this.select(selection)
    this.waiting = this.waiting.map(theirs => {
      const before = own
      own = transformDelta(before, theirs, true)
      return transformDelta(theirs, before, false)
    })
    return own
  }

  /** Somebody else changed the shared text, or one's own undo did. */
  othersWrote(delta: TextDelta): void {
    if (this.composes) this.waiting.push(delta)
    else this.take(delta)
  }

  /** The shared text says `shared`, however it came to (it was made anew, or another took its place). */
  follow(shared: string): void {
    const change = diffText(this.shared, shared)
    if (change !== null) this.othersWrote(deltaOf(change))
  }

  private take(delta: TextDelta): void {
    const { start, end, backward } = this.place
    const before = { start: sharedIndex(this.base, start), end: sharedIndex(this.base, end), backward }
    this.base = applyDelta(this.base, delta)
    this.text = shownText(this.base, this.singleLine)
    this.selectShared(moved(before, delta))
  }
}

/** A selection after others' change: what they write at its ends is outside of it. */
function moved({ start, end, backward }: FieldSelection, delta: TextDelta): FieldSelection {
  const newEnd = transformPosition(end, delta)
  return {
    start: start === end ? newEnd : Math.min(transformPosition(start, delta, true), newEnd), end: newEnd, backward
  }
}

/** A change of what the field shows as one of the shared text. */
function inShared(shared: string, { index, removed, inserted }: TextChange): TextChange {
  const to = sharedIndex(shared, index + removed)
  const next = inserted === '' ? shared.charAt(to) : inserted.charAt(0)
  let from = sharedIndex(shared, index)
  let ends = ''
  // A lone CR would become one line end with an LF that comes to stand behind it.
  while (next === '\n' && shared.charAt(from - 1) === '\r') {
    from -= 1
    ends += '\n'
  }
  return { index: from, removed: to - from, inserted: ends + inserted }
}
