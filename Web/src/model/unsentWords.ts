import * as Y from 'yjs'
import { isRemoved } from './layout'

/** A stretch of a text: what was written, and a little of what stands around it. */
export type Passage = readonly { text: string, isWritten: boolean }[]

/** What stands unsent in one text of a document. */
export interface UnsentPlace {
  /** `FIELD`, or `FIELD/COLUMN` in a row; empty where it cannot be told. */
  path: string
  passages: readonly Passage[]
  /** Somebody has taken the row away. */
  inRemovedRow: boolean
}

export interface UnsentWords {
  places: readonly UnsentPlace[]
  /** More than words: something was deleted, chosen, or set to a date. */
  hasOther: boolean
}

const around = 40

/** The words in changes that the server does not have, read from the document that they were made in. */
export function unsentWords(snapshot: Uint8Array | null, changes: readonly Uint8Array[]): UnsentWords {
  const written = Y.decodeUpdate(Y.mergeUpdates([...changes]))
  const doc = new Y.Doc()
  try {
    if (snapshot) Y.applyUpdate(doc, snapshot)
    for (const change of changes) Y.applyUpdate(doc, change)
  } catch { /* what can be read of it is */ }
  const reader = new Reader(clocksOf(written.structs))
  for (const [name, type] of doc.share) reader.read(type, name, false)
  const loose = looseWords(doc, written.structs)
  const somewhere = { path: '', passages: [[{ text: loose, isWritten: true }]], inRemovedRow: false }
  const places = loose === '' ? reader.places : [...reader.places, somewhere]
  return { places, hasOther: reader.hasOther || written.ds.clients.size > 0 }
}

/** The words alone, as one pastes them: a paragraph for each place. */
export function plainWords({ places }: UnsentWords): string {
  return places.map(({ passages }) => passages.map(wordsOf).join('\n')).join('\n\n')
}

/** The words of a passage that were written, without what stands around them. */
export function wordsOf(passage: Passage): string {
  return passage.filter(part => part.isWritten).map(part => part.text).join(' ').trim()
}

/** As Yjs declares what a document shares. */
type Shared = Y.Doc['share'] extends Map<string, infer Type> ? Type : never
type Structs = ReturnType<typeof Y.decodeUpdate>['structs']
type Clocks = ReadonlyMap<number, ReadonlySet<number>>

function clocksOf(structs: Structs): Clocks {
  const clocks = new Map<number, Set<number>>()
  for (const struct of structs) {
    if (!(struct instanceof Y.Item)) continue
    const own = clocks.get(struct.id.client) ?? new Set()
    clocks.set(struct.id.client, own)
    for (let offset = 0; offset < struct.length; offset++) own.add(struct.id.clock + offset)
  }
  return clocks
}

/** Words whose surroundings are not here, so that the document could not take them in. */
function looseWords(doc: Y.Doc, structs: Structs): string {
  return structs.map(struct => struct instanceof Y.Item && struct.content instanceof Y.ContentString
    && struct.id.clock >= Y.getState(doc.store, struct.id.client) ? struct.content.str : '').join('')
}

class Reader {
  readonly places: UnsentPlace[] = []
  hasOther = false

  constructor(private readonly clocks: Clocks) {}

  read(type: Shared, path: string, inRemovedRow: boolean): void {
    const passages = passagesOf(this.text(type))
    if (passages.length > 0) this.places.push({ path, passages, inRemovedRow })
    for (const [key, item] of type._map) {
      if (item.deleted) continue
      if (item.content instanceof Y.ContentType) this.child(item.content.type, key, path, inRemovedRow)
      else if (this.isWritten(item, 0) && key !== 'order' && key !== 'removed') this.hasOther = true
    }
  }

  /** `FIELD` holds rows by their ids, and a row its columns. */
  private child(type: Shared, key: string, path: string, inRemovedRow: boolean): void {
    const isRow = !path.includes('/') && type instanceof Y.Map
    const below = isRow ? `${path}/` : path.endsWith('/') ? path + key : path
    this.read(type, below, inRemovedRow || isRow && isRemoved(type))
  }

  private text(type: Shared): { text: string, isWritten: boolean }[] {
    const parts: { text: string, isWritten: boolean }[] = []
    for (let item = type._start; item !== null; item = item.right) {
      if (item.deleted || !(item.content instanceof Y.ContentString)) continue
      const { str } = item.content
      for (let index = 0; index < str.length; index++) {
        const isWritten = this.isWritten(item, index)
        const last = parts[parts.length - 1]
        if (last !== undefined && last.isWritten === isWritten) last.text += str.charAt(index)
        else parts.push({ text: str.charAt(index), isWritten })
      }
    }
    return parts
  }

  private isWritten(item: Y.Item, offset: number): boolean {
    return this.clocks.get(item.id.client)?.has(item.id.clock + offset) ?? false
  }
}

/** A long stretch of what was there already parts two passages. */
function passagesOf(parts: readonly { text: string, isWritten: boolean }[]): Passage[] {
  const passages: { text: string, isWritten: boolean }[][] = []
  parts.forEach((part, index) => {
    if (!part.isWritten) return
    const before = parts[index - 1]?.text ?? ''
    const after = parts[index + 1]?.text ?? ''
    const isNear = before.length <= 2 * around && index > 1
    const passage = isNear ? passages[passages.length - 1] : undefined
    if (passage === undefined) passages.push([{ text: lastWords(before), isWritten: false }, part])
    else passage.splice(-1, 1, { text: before, isWritten: false }, part)
    passages[passages.length - 1]?.push({ text: firstWords(after), isWritten: false })
  })
  return passages.map(passage => passage.filter(part => part.text !== ''))
}

function lastWords(text: string): string {
  return text.length <= around ? text : `… ${text.slice(-around).replace(/^\S*\s/, '')}`
}

function firstWords(text: string): string {
  return text.length <= around ? text : `${text.slice(0, around).replace(/\s\S*$/, '')} …`
}
