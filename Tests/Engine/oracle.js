// Yjs as an oracle: holds several documents and does to them what the test says.
//
// Reads one JSON command a line from stdin and answers each with one JSON line on stdout. Bytes travel as base64.
// Run with NODE_PATH set to where Yjs is installed.
'use strict'
const Y = require('yjs')
const readline = require('readline')

// Yjs tells things on the console; stdout is for answers.
console.log = console.error = () => {}

let docs = []
let random = () => 0

// Mulberry32: the same seed gives the same work everywhere.
const seeded = seed => () => {
  seed = (seed + 0x6d2b79f5) | 0
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed)
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296
}
const below = n => Math.floor(random() * n)
const pick = list => list[below(list.length)]
const encode = bytes => Buffer.from(bytes).toString('base64')
const decode = text => new Uint8Array(Buffer.from(text, 'base64'))

// MARK: Documents

const open = ({ client, gc }) => {
  const doc = new Y.Doc({ gc })
  doc.clientID = client
  const entry = { doc, sent: [], undo: null }
  doc.on('update', update => entry.sent.push(encode(update)))
  const scope = [doc.getText('t'), doc.getText('u'), doc.getArray('a'), doc.getMap('m'), doc.getXmlFragment('x')]
  entry.undo = new Y.UndoManager(scope, { captureTimeout: 0 })
  return entry
}

const take = entry => {
  const sent = entry.sent
  entry.sent = []
  return sent
}

// MARK: Random work

const allWords = ['a', 'b', 'hej', 'på gensyn', 'æøå', '🙂', '👩‍👩‍👧', '', '\n', 'é', 'e\u0301', '中文', 'x'.repeat(30)]
let words = allWords
// Whether only such content is made as Yrs can hold, too: it reads no XmlHook and no old JSON, and tells no BigInt from
// a number. A character beyond U+FFFF that falls apart is two U+FFFD to Yjs and two halves to Yrs.
let commonOnly = false
const keys = ['k', 'l', 'blå', 'e\u0301', 'é']
// Swift's dictionaries take the other two for one, and Yrs gives them no order.
const plainKeys = ['k', 'l', 'blå']
const formats = [['bold', true], ['bold', null], ['em', { level: 1 }], ['em', null], ['link', 'https://example.org/?q=1&"'], ['size', 1.5]]

const plain = depth => {
  switch (below(depth > 2 ? 8 : 10)) {
    case 0: return null
    case 1: return below(2) === 0
    case 2: return below(2000) - 1000
    case 3: return random() * 1e6
    case 4: return 0.5
    case 5: return -(2 ** 40) - below(1000)
    case 6: return pick(words)
    case 7: return undefined
    case 8: return Array.from({ length: below(3) }, () => plain(depth + 1))
    default: {
      const object = {}
      for (let i = below(3); i > 0; i--) object[pick(commonOnly ? plainKeys : keys)] = below(8) === 0 && !commonOnly ? BigInt(below(1000)) : plain(depth + 1)
      return object
    }
  }
}

const storable = () => {
  const value = plain(0)
  return value === undefined ? 'undefined' : value
}

const nested = depth => {
  switch (below(depth > 2 ? 3 : commonOnly ? 6 : 7)) {
    case 0: return new Y.Text(pick(words))
    case 1: return new Y.Doc({ guid: 'guid-' + below(1000) })
    case 2: return Uint8Array.from({ length: below(5) }, () => below(256))
    case 3: { const array = new Y.Array(); array.insert(0, [storable(), nested(depth + 1)]); return array }
    case 4: { const map = new Y.Map(); map.set(pick(keys), storable()); map.set(pick(keys), nested(depth + 1)); return map }
    case 5: return new Y.XmlText('xml')
    default: return new Y.XmlHook('hook')
  }
}

// The next place that is not inside a surrogate pair. Formatting that changes nothing still splits text where it
// begins and ends; inside a pair that leaves U+FFFD on this replica alone, so that Yjs's own replicas differ.
const outsidePair = (text, at) => {
  const units = text.toDelta().map(({ insert }) => (typeof insert === 'string' ? insert : '*')).join('')
  return /[\udc00-\udfff]/.test(units.charAt(at)) ? at + 1 : at
}

const formatSome = (text, from) => {
  const [key, value] = pick(formats)
  const start = outsidePair(text, from)
  const end = outsidePair(text, Math.min(text.length, start + 1 + below(8)))
  if (start < end) text.format(start, end - start, { [key]: value })
}

const editText = text => {
  const length = text.length
  const at = below(length + 1)
  switch (below(10)) {
    case 0: case 1: case 2: case 3: return text.insert(at, pick(words) || 'q')
    case 4: { const [key, value] = pick(formats); return text.insert(at, pick(words) || 'w', { [key]: value }) }
    case 5: return text.insertEmbed(at, { image: below(10) }, below(2) ? { bold: true } : undefined)
    case 6: return formatSome(text, at)
    case 7: return text.setAttribute(pick(keys), storable())
    default: { const count = Math.min(length - at, below(8)); return count > 0 ? text.delete(at, count) : undefined }
  }
}

const oldJSON = (transaction, array) => {
  // Yjs itself no longer writes content of reference 2, but reads it.
  const doc = transaction.doc
  const left = array._start
  const right = left && left.right
  const id = Y.createID(doc.clientID, Y.getState(doc.store, doc.clientID))
  const content = new Y.ContentJSON([below(10), { a: pick(words) }, undefined].slice(0, 1 + below(3)))
  new Y.Item(id, left, left && left.lastId, right, right && right.id, array, null, content).integrate(transaction, 0)
  if (array._searchMarker) array._searchMarker.length = 0
}

const editArray = array => {
  const length = array.length
  const at = below(length + 1)
  switch (below(8)) {
    case 0: case 1: case 2: return array.insert(at, Array.from({ length: 1 + below(3) }, storable))
    case 3: return array.insert(at, [storable(), nested(0), storable()])
    case 4: return commonOnly ? undefined : Y.transact(array.doc, transaction => oldJSON(transaction, array))
    default: { const count = Math.min(length - at, below(4)); return count > 0 ? array.delete(at, count) : undefined }
  }
}

const editMap = map => {
  const key = pick(keys)
  switch (below(4)) {
    case 0: return map.delete(key)
    case 1: return map.set(key, nested(0))
    default: return map.set(key, below(4) === 0 ? undefined : storable())
  }
}

const editXml = xml => {
  const at = below(xml.length + 1)
  switch (below(5)) {
    case 0: return xml.length > 0 ? xml.delete(Math.min(at, xml.length - 1), 1) : undefined
    case 1: return xml.insert(at, [new Y.XmlText(pick(words))])
    case 2: {
      if (xml instanceof Y.XmlElement) return xml.setAttribute(pick(keys), pick(words))
    } // falls through
    default: return xml.insert(at, [new Y.XmlElement(pick(['p', 'div', 'blå']))])
  }
}

const edit = type => {
  if (type instanceof Y.XmlText || type instanceof Y.Text) return editText(type)
  if (type instanceof Y.XmlHook || type instanceof Y.Map) return editMap(type)
  if (type instanceof Y.XmlFragment) return editXml(type)
  return editArray(type)
}

const typesIn = type => {
  const inside = []
  for (let item = type._start; item !== null; item = item.right) if (!item.deleted && item.content instanceof Y.ContentType) inside.push(item.content.type)
  type._map.forEach(item => { if (!item.deleted && item.content instanceof Y.ContentType) inside.push(item.content.type) })
  return inside
}

const someType = doc => {
  let type = pick([doc.getText('t'), doc.getText('t'), doc.getText('u'), doc.getArray('a'), doc.getArray('a'), doc.getMap('m'), doc.getXmlFragment('x')])
  while (below(2) === 0) {
    const inside = typesIn(type)
    if (inside.length === 0) break
    type = pick(inside)
  }
  return type
}

// Does so many edits, in one transaction where they are several.
const work = (entry, seed, edits) => {
  random = seeded(seed)
  const { doc, undo } = entry
  switch (below(30)) {
    case 0: undo.undo(); break
    case 1: undo.redo(); break
    case 2: doc.clientID = 1 + below(2 ** 32 - 1); break
    default: doc.transact(() => { for (let i = 0; i < edits; i++) edit(someType(doc)) })
  }
}

// MARK: Content

const canonical = value => {
  if (value === undefined) return { $undefined: true }
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return value
  if (typeof value === 'number') return value === 0 ? 0 : value
  if (typeof value === 'bigint') return { $big: String(value) }
  if (value instanceof Uint8Array) return { $bytes: Array.from(value) }
  if (value instanceof Y.Doc) return { $doc: value.guid }
  if (value instanceof Y.AbstractType) return typed(value)
  if (Array.isArray(value)) return value.map(canonical)
  const object = {}
  // Swift's dictionaries take canonically equivalent keys for one: the last of them counts there.
  for (const key of Object.keys(value)) object[key.normalize()] = canonical(value[key])
  return object
}

const delta = text => {
  const runs = []
  for (const { insert, attributes } of text.toDelta()) {
    const marks = canonical(attributes || {})
    const last = runs[runs.length - 1]
    if (typeof insert === 'string' && last && typeof last[0] === 'string' && same(last[1], marks)) last[0] += insert
    else runs.push([typeof insert === 'string' ? insert : [canonical(insert)], marks])
  }
  return runs
}

const sorted = value => {
  if (Array.isArray(value)) return value.map(sorted)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.keys(value).sort().map(key => [key, sorted(value[key])]))
}
const same = (a, b) => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b))

// Keys of maps are compared one by one, without Swift's notion of equality.
const entriesOf = type => {
  const list = []
  type._map.forEach((item, key) => { if (!item.deleted) list.push([Buffer.from(key).toString('hex'), canonical(item.content.getContent()[item.length - 1])]) })
  return list.sort((a, b) => (a[0] < b[0] ? -1 : 1))
}

const listOf = type => {
  const list = []
  for (let item = type._start; item !== null; item = item.right) if (!item.deleted && item.countable) for (const part of item.content.getContent()) list.push(canonical(typeof part === 'string' && /^[\ud800-\udfff]$/.test(part) ? '\ufffd' : part))
  return list
}

const typed = type => {
  if (type instanceof Y.XmlText) return { $xmlText: delta(type), entries: entriesOf(type) }
  if (type instanceof Y.Text) return { $text: delta(type), entries: entriesOf(type) }
  if (type instanceof Y.XmlHook) return { $xmlHook: type.hookName, entries: entriesOf(type) }
  if (type instanceof Y.Map) return { $map: entriesOf(type) }
  if (type instanceof Y.XmlElement) return { $xmlElement: type.nodeName, entries: entriesOf(type), list: listOf(type) }
  if (type instanceof Y.XmlFragment) return { $xmlFragment: listOf(type) }
  return { $array: listOf(type) }
}

const stateOf = doc => {
  const content = {}
  for (const [name, type] of [['t', doc.getText('t')], ['u', doc.getText('u')], ['a', doc.getArray('a')], ['m', doc.getMap('m')], ['x', doc.getXmlFragment('x')]]) {
    content[name] = typed(type)
  }
  const vector = []
  Y.getStateVector ? Y.getStateVector(doc.store).forEach((clock, client) => vector.push([client, clock])) : null
  const deletes = []
  Y.createDeleteSetFromStructStore(doc.store).clients.forEach((ranges, client) => deletes.push([client, ranges.map(({ clock, len }) => [clock, clock + len])]))
  const byClient = (a, b) => a[0] - b[0]
  return {
    content,
    stateVector: (vector.length > 0 ? vector : Array.from(Y.decodeStateVector(Y.encodeStateVector(doc)))).sort(byClient),
    deletes: deletes.sort(byClient),
    pending: doc.store.pendingStructs !== null || doc.store.pendingDs !== null
  }
}

// A fresh document that holds one update and nothing else. Yjs tidies formats up after remote changes, as edits of its
// own; here that is switched off, so that what was loaded is what is told.
const load = update => {
  const tidying = Y.Text.prototype._callObserver
  Y.Text.prototype._callObserver = () => {}
  try {
    const { doc } = open({ client: 1, gc: true })
    Y.applyUpdate(doc, update)
    return stateOf(doc)
  } finally {
    Y.Text.prototype._callObserver = tidying
  }
}

// MARK: Commands

const listRoot = (doc, name) => (name === 'a' ? doc.getArray(name) : doc.getText(name))

const commands = {
  open: ({ documents, common }) => {
    commonOnly = common
    words = common ? allWords.filter(word => !/[\ud800-\udfff]/.test(word)) : allWords
    docs = documents.map(open)
    return {}
  },
  work: ({ document, seed, edits }) => { work(docs[document], seed, edits); return { updates: take(docs[document]) } },
  apply: ({ document, update }) => {
    Y.applyUpdate(docs[document].doc, decode(update), 'remote')
    return { updates: take(docs[document]) }
  },
  vector: ({ document }) => ({ vector: encode(Y.encodeStateVector(docs[document].doc)) }),
  diff: ({ document, vector }) => ({ update: encode(Y.encodeStateAsUpdate(docs[document].doc, vector ? decode(vector) : undefined)) }),
  state: ({ document }) => stateOf(docs[document].doc),
  load: ({ update }) => load(decode(update)),
  merge: ({ updates }) => ({ update: encode(Y.mergeUpdates(updates.map(decode))) }),

  // Encoding V2
  stateV2: ({ document }) => ({ update: encode(Y.encodeStateAsUpdateV2(docs[document].doc)) }),
  toV1: ({ update }) => ({ update: encode(Y.convertUpdateFormatV2ToV1(decode(update))) }),
  toV2: ({ update }) => ({ update: encode(Y.convertUpdateFormatV1ToV2(decode(update))) }),
  mergeV2: ({ updates }) => ({ update: encode(Y.mergeUpdatesV2(updates.map(decode))) }),
  loadV2: ({ update }) => load(Y.convertUpdateFormatV2ToV1(decode(update))),

  // Snapshots
  snapshot: ({ document }) => ({ snapshot: encode(Y.encodeSnapshot(Y.snapshot(docs[document].doc))) }),
  restore: ({ document, snapshot }) => stateOf(Y.createDocFromSnapshot(docs[document].doc, Y.decodeSnapshot(decode(snapshot)), open({ client: 1, gc: false }).doc)),

  // Relative positions
  length: ({ document, root }) => ({ length: listRoot(docs[document].doc, root).length }),
  relative: ({ document, root, index, association }) => ({
    position: encode(Y.encodeRelativePosition(Y.createRelativePositionFromTypeIndex(listRoot(docs[document].doc, root), index, association)))
  }),
  absolute: ({ document, position }) => {
    const { doc } = docs[document]
    const absolute = Y.createAbsolutePositionFromRelativePosition(Y.decodeRelativePosition(decode(position)), doc)
    if (absolute === null) return { index: null }
    return { index: absolute.index, association: absolute.assoc, root: absolute.type._item === null ? [...doc.share].find(([, type]) => type === absolute.type)[0] : null }
  }
}

readline.createInterface({ input: process.stdin }).on('line', line => {
  const command = JSON.parse(line)
  let answer
  try { answer = commands[command.command](command) } catch (error) { answer = { error: String(error && error.stack) } }
  process.stdout.write(JSON.stringify(answer) + '\n')
})
