// Makes the benchmarks' work, once: files of (32-bit little-endian length, V1 update), written by Yjs.
//
//     node generate.cjs TRACES OUT
//
// TRACES holds editing traces from github.com/josephg/editing-traces (CC BY 4.0); work of the same shape is made
// for those that are not there. Prints a JSON line for each file: {"name", "updates", "source"}.
'use strict'
const fs = require('fs')
const path = require('path')
const zlib = require('zlib')
const Y = require('yjs')
const encoding = require('lib0/dist/encoding.cjs')

const [traces, out] = process.argv.slice(2)

/** Client ids as large as those that browsers draw. */
const ANNA = 3141592653
const BO = 2718281828

/** Repeatable: mulberry32. */
const random = seed => () => {
  seed = (seed + 0x6d2b79f5) | 0
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed)
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296
}

const write = (name, updates, source) => {
  const parts = []
  for (const update of updates) {
    const length = Buffer.alloc(4)
    length.writeUInt32LE(update.length)
    parts.push(length, update)
  }
  fs.writeFileSync(path.join(out, name + '.updates'), Buffer.concat(parts))
  console.log(JSON.stringify({ name, updates: updates.length, source }))
}

/** A document that collects the update of each local transaction. */
const author = (clientID, updates) => {
  const doc = new Y.Doc()
  doc.clientID = clientID
  doc.on('update', (update, origin) => { if (origin !== 'remote') updates.push(update) })
  return doc
}

const patch = (doc, [position, deleted, inserted]) => doc.transact(() => {
  const text = doc.getText('text')
  // The traces count code points and Yjs UTF-16 units: these traces have none for which that differs.
  if (/[\ud800-\udfff]/.test(inserted)) throw new Error('a trace with surrogate pairs needs its positions converted')
  if (deleted > 0) text.delete(position, deleted)
  if (inserted !== '') text.insert(position, inserted)
})

const read = name => {
  const file = path.join(traces, name + '.json.gz')
  return fs.existsSync(file) ? JSON.parse(zlib.gunzipSync(fs.readFileSync(file))) : null
}

/** One author, one update for each patch. */
const sequential = (name, count, seed) => {
  const trace = read(name)
  const patches = trace ? trace.txns.flatMap(txn => txn.patches) : typed(count, seed)
  const updates = []
  const doc = author(ANNA, updates)
  for (const each of patches) patch(doc, each)
  if (trace && doc.getText('text').toString() !== trace.endContent) throw new Error(name + ' ends differently')
  write(name, updates, trace ? 'trace' : 'generated')
}

/** Typing as people do it: runs of letters, letters taken back, the caret moved now and then. */
const typed = (count, seed) => {
  const next = random(seed)
  const patches = []
  let length = 0
  let caret = 0
  while (patches.length < count) {
    if (next() < 0.02) caret = Math.floor(next() * (length + 1))
    if (next() < 0.3 && caret > 0) {
      patches.push([--caret, 1, ''])
      length--
    } else {
      patches.push([caret++, 0, 'abcdefghijklmnopqrstuvwxyz    \n'[Math.floor(next() * 31)]])
      length++
    }
  }
  return patches
}

/**
 * Two people typing at the same time. Each transaction names what its author had seen; a document for each author
 * gets the other's updates up to there first. What both wrote at one place may end up in another order than in the
 * trace's own final text, as that is each algorithm's choice.
 */
const concurrent = (name, count, seed) => {
  const trace = read(name)
  const txns = trace ? trace.txns : typedByTwo(count, seed)
  const updates = [[], []]
  const all = []
  const docs = [author(ANNA, updates[0]), author(BO, updates[1])]
  const received = [0, 0]
  /** How many of each author's updates are in the document that a transaction makes. */
  const seen = []
  for (const { parents, agent, patches } of txns) {
    const other = 1 - agent
    const known = [0, 0]
    for (const parent of parents) {
      for (const each of [0, 1]) known[each] = Math.max(known[each], seen[parent][each])
    }
    if (known[agent] !== updates[agent].length) throw new Error(name + ': an author is concurrent with themself')
    for (; received[agent] < known[other]; received[agent]++) {
      Y.applyUpdate(docs[agent], updates[other][received[agent]], 'remote')
    }
    const text = docs[agent].getText('text')
    for (const [position, deleted, inserted] of patches) {
      const at = Math.min(position, text.length)
      patch(docs[agent], [at, Math.min(deleted, text.length - at), inserted])
      if (updates[agent].length > known[agent]) all.push(updates[agent][known[agent]++])
    }
    seen.push(known)
  }
  for (const agent of [0, 1]) {
    for (const update of updates[1 - agent].slice(received[agent])) Y.applyUpdate(docs[agent], update, 'remote')
  }
  const text = docs[0].getText('text').toString()
  if (text !== docs[1].getText('text').toString()) throw new Error(name + ': the two documents differ')
  const same = trace && text === trace.endContent ? ', same final text' : ''
  write(name, all, trace ? 'trace' + same : 'generated')
}

/** Both type for a while without hearing of each other, then meet. */
const typedByTwo = (count, seed) => {
  const next = random(seed)
  const txns = []
  const last = [-1, -1]
  const lengths = [0, 0]
  let left = count
  while (left > 0) {
    const agent = next() < 0.5 ? 0 : 1
    const meets = next() < 0.1
    const parents = (meets ? last : [last[agent]]).filter((each, index, list) => each >= 0 && list.indexOf(each) === index)
    if (meets) lengths[agent] = Math.max(lengths[0], lengths[1])
    let caret = Math.floor(next() * (lengths[agent] + 1))
    const patches = []
    for (const letter of 'ord '.slice(0, 1 + Math.floor(next() * 4))) patches.push([caret++, 0, letter])
    lengths[agent] += patches.length
    left -= patches.length
    last[agent] = txns.length
    txns.push({ parents, agent, patches })
  }
  return txns
}

/** The worst place for what is typed: every letter splits a run. Bo's letters go between Anna's, in random order. */
const scattered = (name, count, seed) => {
  const next = random(seed)
  const places = Array.from({ length: count }, (_, index) => index)
  for (let index = count - 1; index > 0; index--) {
    const other = Math.floor(next() * (index + 1))
    const place = places[index]
    places[index] = places[other]
    places[other] = place
  }
  const updates = [struct(ANNA, 0, null, null, 'x'.repeat(count + 1))]
  places.forEach((place, clock) => updates.push(struct(BO, clock, [ANNA, place], [ANNA, place + 1], 'y')))
  write(name, updates, 'generated')
}

/** An update with one run of text, written by hand: walking to a random position would take Yjs long. */
const struct = (client, clock, origin, rightOrigin, text) => {
  const encoder = encoding.createEncoder()
  for (const number of [1, 1, client, clock]) encoding.writeVarUint(encoder, number)
  encoding.writeUint8(encoder, 4 | (origin ? 0x80 : 0) | (rightOrigin ? 0x40 : 0))
  for (const id of [origin, rightOrigin]) if (id) id.forEach(number => encoding.writeVarUint(encoder, number))
  if (!origin && !rightOrigin) {
    encoding.writeVarUint(encoder, 1)
    encoding.writeVarString(encoder, 'text')
  }
  encoding.writeVarString(encoder, text)
  encoding.writeVarUint(encoder, 0)
  return encoding.toUint8Array(encoder)
}

/** Text of about 20 MB, with a second author's words in 100,000 places. */
const large = name => {
  const next = random(20)
  const line = 'En uge med samme spørgsmål, og ingen svar der passer til alle. '
  const written = line.repeat(280000)
  const doc = new Y.Doc()
  Y.applyUpdate(doc, struct(ANNA, 0, null, null, written))
  doc.transact(() => {
    const step = Math.floor(written.length / 100000)
    for (let index = 0; index < 100000; index++) {
      const place = index * step + Math.floor(next() * (step - 1))
      Y.applyUpdate(doc, struct(BO, index * 6, [ANNA, place], [ANNA, place + 1], ' også '))
    }
  })
  write(name, [Y.encodeStateAsUpdate(doc)], 'generated')
}

/** Documents as a meeting leaves them: some answers as text, some rows, a few values. One state each. */
const small = (name, count) => {
  const next = random(7)
  const updates = []
  for (let index = 0; index < count; index++) {
    const docs = [new Y.Doc(), new Y.Doc()]
    docs[0].clientID = 1 + Math.floor(next() * 4294967295)
    docs[1].clientID = 1 + Math.floor(next() * 4294967295)
    for (let step = 0; step < 24; step++) {
      const doc = docs[Math.floor(next() * 2)]
      const text = doc.getText('field' + Math.floor(next() * 6))
      if (next() < 0.7) text.insert(Math.floor(next() * (text.length + 1)), 'Vi aftaler, hvem der ringer. ')
      else if (text.length > 4) text.delete(Math.floor(next() * (text.length - 3)), 3)
      if (next() < 0.2) doc.getMap('values').set('value' + Math.floor(next() * 4), Math.floor(next() * 1000))
      if (next() < 0.2) {
        const row = new Y.Map()
        row.set('order', 'a' + step)
        row.set('need', new Y.Text('Et møde om ugen'))
        doc.getMap('rows').set('row' + step, row)
      }
      if (next() < 0.3) {
        Y.applyUpdate(docs[0], Y.encodeStateAsUpdate(docs[1], Y.encodeStateVector(docs[0])))
        Y.applyUpdate(docs[1], Y.encodeStateAsUpdate(docs[0], Y.encodeStateVector(docs[1])))
      }
    }
    Y.applyUpdate(docs[0], Y.encodeStateAsUpdate(docs[1]))
    updates.push(Y.encodeStateAsUpdate(docs[0]))
  }
  write(name, updates, 'generated')
}

fs.mkdirSync(out, { recursive: true })
sequential('automerge-paper', 259778, 1)
sequential('rustcode', 40173, 2)
concurrent('friendsforever', 26078, 3)
scattered('scattered', 100000, 4)
large('large')
small('small', 1000)
