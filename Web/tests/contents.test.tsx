import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Section } from '../src/model/fieldDefinition'
import type { Peer } from '../src/model/peer'
import { Contents } from '../src/views/model/Contents'
import { ModelProvider, type ModelAccess } from '../src/views/model/ModelContext'
import { inSession, Rendered, sessionOf, withPeers, wordsOf } from './rendering'

const sections = [
  { id: 'a', label: { da: 'Opgaven', en: '' }, fields: [{ id: 'task' }, { id: 'why' }] },
  { id: 'b', label: { da: 'Roller', en: '' }, fields: [{ id: 'roles' }] },
] as unknown as Section[]

const peer = (clientId: number, name: string, field: string | null): Peer =>
  ({ clientId, user: { participantId: '', name, color: '', unitId: 'school' }, field, anchor: null, head: null })

async function shown(missing: string[], peers: Peer[]) {
  const access = { missing: new Set(missing) } as unknown as ModelAccess
  const week = { units: [{ id: 'school', name: 'Lærkeskolen' }] }
  const view = await Rendered.of(<Contents sections={sections} />, one => inSession(sessionOf({ week }))(
    <ModelProvider access={access}>
      {withPeers(peers)(one)}
    </ModelProvider>))
  const row = (word: string) => view.tags('li').map(wordsOf).find(one => one.startsWith(word)) ?? ''
  return { view, row }
}

test('each section says how much it lacks, and says nothing where it lacks nothing', async () => {
  const { view, row } = await shown(['task', 'why', 'elsewhere'], [])
  assert.match(row('Opgaven'), /2/)
  assert.equal(row('Roller'), 'Roller')
  assert.equal(view.all(one => one.props['className'] === 'lacking-count').length, 1)
})

test('who writes in a row of a section is there, and who only reads stands by themselves', async () => {
  const { view, row } =
    await shown([], [peer(1, 'Anna', 'roles/r-1/text'), peer(2, 'Bo', null), peer(3, 'Eva', 'gone')])
  assert.match(row('Roller'), /Anna/)
  assert.doesNotMatch(row('Opgaven'), /Anna|Bo|Eva/)
  const reading = view.all(one => one.type === 'li' && one.props['className'] === 'party').map(wordsOf)
  assert.equal(reading.length, 1)
  assert.match(reading[0] ?? '', /Bo/)
})

test('the confirmation is the last place of the margin', async () => {
  const { view } = await shown([], [])
  assert.equal(view.tags('a').at(-1)?.props['href'], '#confirm')
})
