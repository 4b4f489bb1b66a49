import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as Y from 'yjs'
import type { Peer } from '../src/model/peer'
import { TextMirror } from '../src/views/fields/TextMirror'
import { ActivityAnnouncer } from '../src/views/model/ActivityAnnouncer'
import { AnnouncerProvider } from '../src/views/shared/Announcer'
import { inSession, Rendered, sessionOf, withPeers, wordsOf } from './rendering'

const week = { units: [{ id: 'school', name: 'Lærkeskolen' }, { id: 'care', name: 'Børnehuset' }] }

function textOf(words: string): Y.Text {
  const text = new Y.Doc().getText('task')
  text.insert(0, words)
  return text
}

function peer(clientId: number, name: string, unitId: string, more: Partial<Peer> = {}): Peer {
  return {
    clientId, user: { participantId: '', name, color: '', unitId }, field: 'task', anchor: null, head: null, ...more
  }
}

const at = (text: Y.Text, index: number) =>
  Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(text, index)) as unknown

const mirror = (value: string, text: Y.Text | null, peers: Peer[]) =>
  Rendered.of(<TextMirror value={value} text={text} peers={peers} />, inSession(sessionOf({ week })))

const marked = (view: Rendered, kind: string) =>
  view.all(one => String(one.props['className']).startsWith(kind)).map(wordsOf)

test('beneath the field stands the same text, whoever is in it', async () => {
  const text = textOf('Vi mødes tirsdag')
  const anna = peer(1, 'Anna', 'school', { anchor: at(text, 3), head: at(text, 8) })
  const view = await mirror('Vi mødes tirsdag', text, [anna])
  assert.equal(view.words.replace('Anna', ''), 'Vi mødes tirsdag\u200b')
  assert.deepEqual([marked(view, 'co-selection'), marked(view, 'co-name')], [['mødes'], ['Anna']])
})

test('a caret selects nothing, and stands where the other is', async () => {
  const text = textOf('abc')
  const view = await mirror('abc', text, [peer(1, 'Bo', 'care', { anchor: at(text, 1), head: at(text, 1) })])
  assert.equal(view.words, 'aBobc\u200b')
  assert.deepEqual(marked(view, 'co-selection'), [])
})

test('two who select the same letters are both there', async () => {
  const text = textOf('abcdef')
  const view = await mirror('abcdef', text, [
    peer(1, 'Bo', 'care', { anchor: at(text, 0), head: at(text, 4) }),
    peer(2, 'Eva', 'school', { anchor: at(text, 5), head: at(text, 2) }),
  ])
  assert.equal(marked(view, 'co-selection').join(''), 'abcde')
  assert.deepEqual(marked(view, 'co-name').sort(), ['Bo', 'Eva'])
})

test('a position in another text, or one that makes no sense, is shown nowhere', async () => {
  const text = textOf('abc')
  const elsewhere = textOf('abc')
  const view = await mirror('abc', text, [
    peer(1, 'Bo', 'care', { anchor: at(elsewhere, 1), head: 'vrøvl' }), peer(2, 'Eva', 'care', { head: 17 }),
  ])
  assert.equal(view.words, 'abc\u200b')
  assert.equal((await mirror('abc', null, [peer(1, 'Bo', 'care', { head: at(text, 1) })])).words, 'abc\u200b')
})

test(
  'a screen reader is told in which section others write, each once, and not where somebody only looks', async () => {
    const definitions = { sections: [{ id: 'a', label: { da: 'Opgaven', en: 'The task' }, fields: [{ id: 'task' }] }] }
    const peers = [
      peer(1, 'Anna', 'school'), peer(2, 'Bo', 'school', { field: 'task' }), peer(3, 'Eva', 'care', { field: null }),
      peer(4, 'Ida', 'care', { field: 'unknown' }),
    ]
    const view = await Rendered.of(<ActivityAnnouncer />, one => inSession(sessionOf({ week, definitions }))(
      <AnnouncerProvider>{withPeers(peers)(one)}</AnnouncerProvider>))
    assert.equal(wordsOf(view.one('announcer')), 'Lærkeskolen skriver i Opgaven')
  }
)
