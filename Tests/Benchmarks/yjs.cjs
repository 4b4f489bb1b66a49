// Yjs under Node, as the benchmarks drive it. See `run` for what each measure means.
'use strict'
const fs = require('fs')
const Y = require('yjs')

const [what, file, ...numbers] = process.argv.slice(2)

const readUpdates = () => {
  const data = fs.readFileSync(file)
  const updates = []
  for (let at = 0; at < data.length;) {
    const length = data.readUInt32LE(at)
    updates.push(new Uint8Array(data.subarray(at + 4, at + 4 + length)))
    at += 4 + length
  }
  return updates
}

const milliseconds = body => {
  const start = process.hrtime.bigint()
  body()
  return Number(process.hrtime.bigint() - start) / 1e6
}

const median = (repeats, body) => {
  const times = Array.from({ length: repeats }, () => milliseconds(body)).sort((a, b) => a - b)
  return times[repeats >> 1]
}

const load = state => {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, state)
  return doc
}

const measure = (updates, [count, merged, repeats]) => {
  const doc = new Y.Doc()
  let sent = 0
  doc.on('update', update => { sent += update.length })
  const known = Math.floor(count * 0.99)
  let joiner
  const apply = milliseconds(() => {
    for (let index = 0; index < count; index++) {
      if (index === known) joiner = Y.encodeStateVector(doc)
      Y.applyUpdate(doc, updates[index])
    }
  })
  const state = Y.encodeStateAsUpdate(doc)
  const result = { apply, sent, bytes: state.length, units: doc.getText('text').length }
  result.encode = median(repeats, () => Y.encodeStateAsUpdate(doc))
  result.diff = median(repeats, () => Y.encodeStateAsUpdate(doc, joiner))
  result.load = median(repeats, () => load(state))
  if (merged > 0) result.merge = milliseconds(() => Y.mergeUpdates(updates.slice(0, merged)))
  return result
}

/** Bytes that each of several documents takes, loaded from the state that the updates lead to. */
const memory = (states, [copies]) => {
  const kept = []
  global.gc()
  const before = process.memoryUsage.rss()
  for (let copy = 0; copy < copies; copy++) for (const state of states) kept.push(load(state))
  global.gc()
  return { memory: (process.memoryUsage.rss() - before) / kept.length }
}

const updates = readUpdates()
const jobs = {
  measure: () => measure(updates, numbers.map(Number)),
  memory: () => memory(updates, numbers.map(Number)),
  many: () => ({ load: median(Number(numbers[0]), () => updates.map(load)) })
}
console.log(JSON.stringify(jobs[what]()))
