// Random edits of a collaboration model as its page makes them, from a seed.
'use strict'
const { random } = require('./random.cjs')

const letters = 'abcdefghijklmnopqrstuvwxyzæøå 0123456789.,\n'
const wide = ['😀', '👩‍🏫', 'é', '漢']
const textRoots = ['task', 'whyCross', 'title', 'collaborationGoal']
const rowRoots = ['expectations', 'roles']
const textColumns = { expectations: ['need', 'give', 'limit'], roles: ['activity', 'function'] }
const units = ['u-skole', 'u-fam', 'u-ung', 'u-kfi', 'u-spl']
const goals = ['m-1', 'm-2', 'm-3', 'm-4', 'm-5', 'm-6']

let splitsPairs = false

const pause = milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds))

/**
 * Makes `count` edits with a short pause between them. With `offline`, the connection is closed after a third of
 * the edits and opened again after two thirds. With `insidePairs`, edits may fall inside a surrogate pair.
 */
async function randomEdits (doc, provider, { seed, count, pauseMs, offline, name, insidePairs = false }) {
  splitsPairs = insidePairs
  const next = random(seed)
  const Y = require('yjs')
  for (let edit = 0; edit < count; edit++) {
    if (offline && edit === Math.floor(count / 3)) provider.disconnect()
    if (offline && edit === Math.floor(2 * count / 3)) provider.connect()
    doc.transact(() => oneEdit(Y, doc, next, `${name}-${edit}`), 'local')
    await pause(Math.floor(next() * 2 * pauseMs))
  }
}

function oneEdit (Y, doc, next, id) {
  const pick = list => list[Math.floor(next() * list.length)]
  const kind = next()
  if (kind < 0.55) return editText(doc.getText(pick(textRoots)), next, pick)
  if (kind < 0.65) return addRow(Y, doc, next, pick, id)
  if (kind < 0.85) return editRow(doc, next, pick)
  if (kind < 0.88) return deleteRow(doc, pick)
  if (kind < 0.94) return doc.getMap('values').set(pick(['period.start', 'period.end', 'citizenGroup']), id)
  const set = doc.getMap(pick(['goals', 'parties']))
  const key = pick(set === doc.getMap('goals') ? goals : units)
  if (set.has(key)) set.delete(key)
  else set.set(key, `a${Math.floor(next() * 90 + 10)}`)
}

function editText (text, next, pick) {
  const whole = text.toString()
  const place = limit => boundary(whole, Math.floor(next() * limit))
  if (whole.length > 0 && next() < 0.3) {
    const start = place(whole.length)
    const end = boundary(whole, Math.min(whole.length, start + 1 + Math.floor(next() * 5)))
    if (end > start) text.delete(start, end - start)
    return
  }
  let word = ''
  for (let length = 1 + Math.floor(next() * 6); length > 0; length--) {
    word += next() < 0.08 ? pick(wide) : letters[Math.floor(next() * letters.length)]
  }
  text.insert(place(whole.length + 1), word)
}

/** `index`, or the one before it when `index` is inside a surrogate pair: Yjs and Yrs split pairs differently. */
function boundary (text, index) {
  if (splitsPairs) return index
  const unit = text.charCodeAt(index)
  return unit >= 0xDC00 && unit <= 0xDFFF ? index - 1 : index
}

function addRow (Y, doc, next, pick, id) {
  const root = pick(rowRoots)
  const row = new Y.Map()
  doc.getMap(root).set(`r-${id}`, row)
  row.set('order', `a${id}`)
  row.set('unitId', pick(units))
  for (const column of textColumns[root]) row.set(column, new Y.Text(next() < 0.5 ? '' : `${column} ${id}`))
}

function editRow (doc, next, pick) {
  const root = pick(rowRoots)
  const rows = doc.getMap(root)
  const keys = Array.from(rows.keys())
  if (keys.length === 0) return
  const row = rows.get(pick(keys))
  if (next() < 0.2) return row.set('unitId', pick(units))
  if (next() < 0.1) return row.set('order', `b${Math.floor(next() * 1000)}`)
  const cell = row.get(pick(textColumns[root]))
  if (cell && typeof cell.insert === 'function') editText(cell, next, pick)
}

function deleteRow (doc, pick) {
  const rows = doc.getMap(pick(rowRoots))
  const keys = Array.from(rows.keys())
  if (keys.length > 3) rows.delete(pick(keys))
}

module.exports = { randomEdits }
