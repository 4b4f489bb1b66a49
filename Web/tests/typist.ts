import assert from 'node:assert/strict'
import * as Y from 'yjs'
import { SharedField, type FieldSelection } from '../src/model/sharedField'
import { textSteps } from '../src/model/textDelta'
import type { DeltaStep } from '../src/model/textDiff'

/** The origin of what the person in front of the field writes. */
const own = Symbol('own')

/**
 * One person at a field, and somebody elsewhere who writes in the same text. The field is as a browser's: a value, a
 * selection, a composition. Every letter is written once, so that each is known again wherever it stands.
 *
 * The rule that is held everything against is Yjs's own relative positions: each letter of the field has its id in the
 * shared text, and what is written goes behind the id of the letter in front of the caret.
 */
export class Typist {
  readonly doc = new Y.Doc()
  readonly text = this.doc.getText('t')
  readonly elsewhere = new Y.Doc()
  readonly field: SharedField
  value: string
  selection: FieldSelection = { start: 0, end: 0, backward: false }
  /** The ids of the units that the field shows. */
  private ids: string[]
  private composed: { start: number, end: number } | null = null
  private unheard: Uint8Array[] = []
  private unsaid: Uint8Array[] = []
  private readonly undo = new Y.UndoManager(this.text, { trackedOrigins: new Set([own]), captureTimeout: 0 })
  private writes = false
  private nextLetter: number

  constructor(before: string, firstLetter: number) {
    this.doc.clientID = 1
    this.elsewhere.clientID = 2
    this.nextLetter = firstLetter
    this.elsewhere.getText('t').insert(0, before)
    Y.applyUpdate(this.doc, Y.encodeStateAsUpdate(this.elsewhere))
    this.field = new SharedField(before, false)
    this.value = before
    this.ids = unitIds(this.text)
    this.elsewhere.on('update', bytes => { this.unheard.push(bytes as Uint8Array) })
    this.doc.on('update', (bytes, origin) => { if (origin !== this.elsewhere) this.unsaid.push(bytes as Uint8Array) })
    this.text.observe(event => { if (!this.writes) this.field.othersWrote(textSteps(event.delta as DeltaStep[])) })
  }

  get composes(): boolean {
    return this.composed !== null
  }

  letters(count: number): string {
    // Every fourth is written with two units.
    return Array.from({ length: count }, () =>
      String.fromCodePoint(this.nextLetter++ % 4 === 0 ? 0x20000 + this.nextLetter : 0x4e00 + this.nextLetter)).join('')
  }

  type(text: string): void {
    this.put(this.selection.start, this.selection.end, text)
  }

  erase(forward: boolean): void {
    const { start, end } = this.selection
    if (start !== end) this.put(start, end, '')
    else if (forward) this.put(start, after(this.value, start), '')
    else this.put(before(this.value, start), start, '')
  }

  moveTo(one: number, other: number | null): void {
    const start = whole(this.value, Math.min(one, other ?? one))
    const end = whole(this.value, Math.max(one, other ?? one))
    this.selection = { start, end, backward: other !== null && other < one }
    this.field.select(this.selection)
  }

  compose(text: string): void {
    if (this.composed === null) {
      this.field.compositionStarted()
      this.composed = { start: this.selection.start, end: this.selection.end }
    }
    const { start, end } = this.composed
    this.composed = { start, end: start + text.length }
    this.put(start, end, text)
  }

  commit(): void {
    this.composed = null
    const kept = this.neighbours()
    this.field.compositionEnded()
    this.show(kept)
  }

  takeBack(): void {
    this.changed(() => this.undo.undo())
  }

  redo(): void {
    this.changed(() => this.undo.redo())
  }

  writeElsewhere(at: number, removed: number, text: string): void {
    this.elsewhere.transact(() => {
      const there = this.elsewhere.getText('t')
      const said = there.toString()
      const from = whole(said, Math.min(at, said.length))
      const to = whole(said, Math.min(from + removed, said.length))
      if (to > from) there.delete(from, to - from)
      if (text !== '') there.insert(from, text)
    })
  }

  hear(): void {
    const heard = this.unheard.splice(0)
    if (heard.length > 0) this.changed(() => Y.applyUpdate(this.doc, Y.mergeUpdates(heard), this.elsewhere))
  }

  beHeard(): void {
    const said = this.unsaid.splice(0)
    if (said.length > 0) Y.applyUpdate(this.elsewhere, Y.mergeUpdates(said), this.doc)
    // What came from here is no news.
    this.unheard = []
    this.unheard.push(Y.encodeStateAsUpdate(this.elsewhere, Y.encodeStateVector(this.doc)))
  }

  /** What the browser does with a key, and what the page makes of it. */
  private put(from: number, to: number, text: string): void {
    if (from === to && text === '') return
    const wanted = this.expected(from, to, text)
    this.value = this.value.slice(0, from) + text + this.value.slice(to)
    const caret = from + text.length
    this.selection = { start: caret, end: caret, backward: false }
    const delta = this.field.typed(this.value, this.selection)
    const clock = Y.getState(this.doc.store, this.doc.clientID)
    this.writes = true
    this.doc.transact(() => {
      let at = 0
      for (const step of delta ?? []) {
        if ('retain' in step) at += step.retain
        else if ('delete' in step) this.text.delete(at, step.delete)
        else {
          this.text.insert(at, step.insert)
          at += step.insert.length
        }
      }
    }, own)
    this.writes = false
    this.ids.splice(from, to - from, ...Array.from({ length: text.length }, (_, index) => `1:${clock + index}`))
    const said = this.text.toString()
    if (typeof wanted === 'string') assert.equal(
      said, wanted, 'what is written goes behind the letter that it was written behind'
    )
    else assert.ok(wanted.some(one => one === said), 'what is written stays between the letters that are left')
    assert.equal(this.field.shown, this.value)
    assert.equal(this.field.shared, said)
  }

  /**
   * The shared text as it should be: by ids alone. Where the letter in front was deleted, all places that are right.
   */
  private expected(from: number, to: number, text: string): string | string[] {
    const said = this.text.toString()
    const there = unitIds(this.text)
    const gone = new Set(this.ids.slice(from, to))
    const without = (start: number, end: number) =>
      there.slice(start, end).map((id, index) => gone.has(id) ? '' : said[start + index] ?? '').join('')
    const at = (index: number) => without(0, index) + text + without(index, said.length)
    const front = this.ids[from - 1]
    const place = front === undefined ? 0 : there.indexOf(front) + 1
    if (front === undefined || place > 0) return at(place)
    const left = Math.max(0, ...this.ids.slice(0, from).map(id => there.indexOf(id) + 1))
    const right = Math.min(there.length, ...this.ids.slice(to).map(id => there.indexOf(id)).filter(index => index >= 0))
    return Array.from({ length: right - left + 1 }, (_, index) => at(left + index))
  }

  private changed(change: () => void): void {
    const kept = this.neighbours()
    change()
    assert.equal(this.field.shared, this.text.toString())
    if (this.composes) assert.equal(this.field.shown, this.value, 'what is composed is left alone')
    else this.show(kept)
  }

  private neighbours(): { ids: string[], selection: FieldSelection } {
    return { ids: this.ids, selection: this.selection }
  }

  /** The field gets what it should show; its caret and selection keep their neighbours. */
  private show({ ids, selection }: { ids: string[], selection: FieldSelection }): void {
    this.value = this.field.shown
    this.selection = this.field.selection
    this.ids = unitIds(this.text)
    assert.equal(this.value, this.text.toString())
    const at = new Map(this.ids.map((id, index) => [id, index]))
    const { start, end } = this.selection
    const inside = ids.slice(selection.start, selection.end).filter(id => at.has(id))
    const left = ids.slice(0, selection.start).map(id => at.get(id) ?? -1)
    const right = ids.slice(selection.end).map(id => at.get(id) ?? this.ids.length)
    assert.ok(left.every(index => index < start), 'what stood in front of the caret still does')
    assert.ok(right.every(index => index >= end), 'what stood behind the caret still does')
    if (inside.length > 0) {
      assert.ok(inside.every(id =>
        (at.get(id) ?? -1) >= start && (at.get(id) ?? -1) < end), 'what was selected still is')
    }
    // Directly behind the letter that it stood behind, as Yjs's relative position with assoc -1.
    const front = at.get(ids[selection.end - 1] ?? '')
    if (front !== undefined) assert.equal(end, front + 1)
    const first = at.get(ids[selection.start] ?? '')
    if (selection.start < selection.end && first !== undefined) assert.equal(start, first)
    if (selection.end === 0) assert.equal(end, 0)
  }
}

/** The ids of a text's units that are not deleted. */
function unitIds(text: Y.Text): string[] {
  const ids: string[] = []
  for (let item = text._start; item !== null; item = item.right) {
    if (item.deleted || !item.countable) continue
    for (let unit = 0; unit < item.length; unit++) ids.push(`${item.id.client}:${item.id.clock + unit}`)
  }
  return ids
}

const isLow = (unit: number) => unit >= 0xdc00 && unit <= 0xdfff

/** A place that does not take a letter apart. */
function whole(text: string, at: number): number {
  return isLow(text.charCodeAt(at)) ? at - 1 : at
}

function after(text: string, at: number): number {
  return Math.min(text.length, isLow(text.charCodeAt(at + 1)) ? at + 2 : at + 1)
}

function before(text: string, at: number): number {
  return whole(text, Math.max(0, at - 1))
}
