import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Drafts, type Draft } from '../src/net/drafts'

const store = new Map<string, string>()
Object.assign(globalThis, {
  localStorage: {
    getItem: (key: string) => store.get(key) ?? null, setItem: (key: string, value: string) => store.set(key, value),
  },
})

const day = 24 * 3600_000
const draft = (name: string, text: string, more: Partial<Draft> = {}): Draft => ({
  key: `p-1/${name}`, sessionId: 's-1', modelId: null, identity: 'p-1', label: name, text, at: Date.now(), ...more
})
const hidden = (drafts: Drafts) => drafts.hidden('s-1', 'p-1').map(one => one.text)

test('what stands in a form is there after a reload, and goes when it is sent or emptied', () => {
  store.set('samspil.drafts', '[]')
  new Drafts().write(draft('comment', 'Det her mang'))
  const later = new Drafts()
  assert.equal(later.text('p-1/comment'), 'Det her mang')
  later.write(draft('comment', '  '))
  assert.equal(new Drafts().text('p-1/comment'), '')
  later.write(draft('comment', 'Igen'))
  later.remove(['p-1/comment'])
  assert.deepEqual(new Drafts().everything, [])
})

test('a draft is shown apart exactly while no form shows it, and to nobody else', () => {
  store.set('samspil.drafts', '[]')
  const drafts = new Drafts()
  drafts.write(draft('comment', 'Mit'))
  drafts.write(draft('idea', 'En andens', { key: 'p-2/idea', identity: 'p-2' }))
  drafts.write(draft('idea', 'Et andet sted', { sessionId: 's-2' }))
  assert.deepEqual(hidden(drafts), ['Mit'])
  const [first, second] = [drafts.show('p-1/comment'), drafts.show('p-1/comment')]
  first()
  assert.deepEqual(hidden(drafts), [])
  second()
  assert.deepEqual(hidden(drafts), ['Mit'])
})

test('two tabs keep each other\'s drafts', () => {
  store.set('samspil.drafts', '[]')
  const [one, other] = [new Drafts(), new Drafts()]
  one.write(draft('comment', 'Den ene'))
  other.write(draft('idea', 'Den anden'))
  assert.deepEqual(new Drafts().everything.map(each => each.text), ['Den ene', 'Den anden'])
})

test('what is a month old, broken or too much is not kept, and a browser that may keep nothing remembers', () => {
  store.set('samspil.drafts', '[]')
  const kept = [draft('old', 'x', { at: Date.now() - 31 * day }), draft('new', 'y'), 7, { key: 1 }]
  store.set('samspil.drafts', JSON.stringify(kept))
  assert.deepEqual(new Drafts().everything.map(one => one.text), ['y'])
  store.set('samspil.drafts', '{vrøvl')
  assert.deepEqual(new Drafts().everything, [])
  const drafts = new Drafts()
  for (let index = 0; index < 60; index++) drafts.write(draft(`form ${index}`, `${index}`))
  assert.equal(drafts.everything.length, 40)
  assert.equal(drafts.everything.at(-1)?.text, '59')
  const { localStorage } = globalThis
  const refuse = () => { throw new Error('forbidden') }
  Object.assign(globalThis, { localStorage: { getItem: refuse, setItem: refuse } })
  drafts.write(draft('comment', 'Husket'))
  assert.equal(drafts.text('p-1/comment'), 'Husket')
  Object.assign(globalThis, { localStorage })
})
