import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'

type Struct = ReturnType<typeof Y.decodeUpdate>['structs'][number]

/** One client's structs in the update, and how far they are taken. */
interface Section { structs: Struct[], next: number }
/** What a piece holds of one client. */
interface Part { clock: number, count: number, encoder: Y.UpdateEncoderV1 }

/**
 * An update as several of about `limit` bytes each, for a server that takes no longer messages. Each builds only on
 * those before it; the last also has the deletions. A long text (one paste is one struct) is cut as Yjs cuts it when
 * somebody writes in the middle of it; other long content stays in one piece.
 */
export function updatePieces(update: Uint8Array, limit: number): Uint8Array[] {
  if (update.length <= limit) return [update]
  const sections = sectionsOf(Y.decodeUpdate(update).structs)
  if (sections === null) return [update]
  const pieces = new Pieces(limit)
  for (const client of sections.keys()) if (!take(client, sections, pieces)) return [update]
  return [...pieces.finish(), deletionsOf(update, sections)]
}

/** Null where something is left out: pieces of that would wait for each other. */
function sectionsOf(structs: readonly Struct[]): Map<number, Section> | null {
  const sections = new Map<number, Section>()
  for (const struct of structs) {
    if (!(struct instanceof Y.Item) && !(struct instanceof Y.GC)) return null
    const section = sections.get(struct.id.client)
    if (section) section.structs.push(struct)
    else sections.set(struct.id.client, { structs: [struct], next: 0 })
  }
  return sections
}

/**
 * Takes all of a client, and before each struct what that builds on; false where they build on each other in a circle.
 */
function take(client: number, sections: ReadonlyMap<number, Section>, pieces: Pieces): boolean {
  const stack = [client]
  while (stack.length > 0) {
    const top = stack[stack.length - 1] ?? client
    const section = sections.get(top)
    const struct = section?.structs[section.next]
    if (!section || !struct) {
      stack.pop()
      continue
    }
    const needed = unmet(struct, sections)
    if (needed === null) {
      pieces.add(struct)
      section.next += 1
      if (stack.length > 1) stack.pop()
    } else if (stack.length > sections.size) {
      return false
    } else {
      stack.push(needed)
    }
  }
  return true
}

/** The client of something that a struct builds on and that is still to come. */
function unmet(struct: Struct, sections: ReadonlyMap<number, Section>): number | null {
  if (!(struct instanceof Y.Item)) return null
  const parent: unknown = struct.parent
  for (const id of [struct.origin, struct.rightOrigin, parent instanceof Y.ID ? parent : null]) {
    if (id === null || id.client === struct.id.client) continue
    const section = sections.get(id.client)
    const next = section?.structs[section.next]
    if (next && id.clock >= next.id.clock) return id.client
  }
  return null
}

class Pieces {
  private readonly done: Uint8Array[] = []
  private parts = new Map<number, Part>()
  private bytes = 0

  constructor(private readonly limit: number) {}

  add(struct: Struct): void {
    if (struct instanceof Y.Item && struct.content instanceof Y.ContentString) {
      for (const part of cut(struct, struct.content.str, Math.floor(this.limit / bytesPerUnit))) this.write(part)
    } else {
      this.write(struct)
    }
  }

  private write(struct: Struct): void {
    const before = this.parts.get(struct.id.client)
    const part = before ?? { clock: struct.id.clock, count: 0, encoder: new Y.UpdateEncoderV1() }
    this.parts.set(struct.id.client, part)
    const size = encoding.length(part.encoder.restEncoder)
    struct.write(part.encoder, 0)
    part.count += 1
    this.bytes += encoding.length(part.encoder.restEncoder) - size
    if (this.bytes >= this.limit) this.end()
  }

  finish(): Uint8Array[] {
    if (this.parts.size > 0) this.end()
    return this.done
  }

  /** As Yjs writes an update: the clients' structs, then the deletions, here none. */
  private end(): void {
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, this.parts.size)
    for (const [client, part] of this.parts) {
      encoding.writeVarUint(encoder, part.count)
      encoding.writeVarUint(encoder, client)
      encoding.writeVarUint(encoder, part.clock)
      encoding.writeUint8Array(encoder, encoding.toUint8Array(part.encoder.restEncoder))
    }
    encoding.writeVarUint(encoder, 0)
    this.done.push(encoding.toUint8Array(encoder))
    this.parts = new Map()
    this.bytes = 0
  }
}

/** A unit of UTF-16 is no more bytes than that in UTF-8. */
const bytesPerUnit = 3

/** As Yjs's `splitItem`: each part stands behind the one before, and in front of what the whole stood in front of. */
function* cut(item: Y.Item, text: string, most: number): Generator<Y.Item> {
  if (text.length <= most) return yield item
  const { client, clock } = item.id
  let from = 0
  while (from < text.length) {
    let to = Math.min(text.length, from + Math.max(2, most))
    // The halves of a surrogate pair are no characters by themselves.
    if (to < text.length && /[\uD800-\uDBFF]/.test(text.charAt(to - 1))) to -= 1
    const origin = from === 0 ? item.origin : Y.createID(client, clock + from - 1)
    yield new Y.Item(
      Y.createID(client, clock + from), null, origin, null, item.rightOrigin, item.parent, item.parentSub,
      new Y.ContentString(text.slice(from, to)))
    from = to
  }
}

/** What of the update is left for who has all its structs. */
function deletionsOf(update: Uint8Array, sections: ReadonlyMap<number, Section>): Uint8Array {
  const known = encoding.createEncoder()
  encoding.writeVarUint(known, sections.size)
  for (const [client, { structs }] of sections) {
    const last = structs[structs.length - 1]
    encoding.writeVarUint(known, client)
    encoding.writeVarUint(known, last ? last.id.clock + last.length : 0)
  }
  return Y.diffUpdate(update, encoding.toUint8Array(known))
}
