import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mixedGroups } from '../src/model/groupMaking'
import { minutesBehind } from '../src/model/schedule'
import type { SessionEvent } from '../src/model/generated/types'
import { applyEvent, initialSessionState } from '../src/model/sessionState'
import type { AreaState } from '../src/model/areaState'

function fold(events: readonly SessionEvent[]): AreaState {
  return events.reduce((state, event, index) =>
    applyEvent(state, index + 1, index, event), initialSessionState).areas
}

test('before they are shown, one has one\'s own ideas with their words and the others\' without', () => {
  const opened: SessionEvent = { kind: 'ideasOpened', roundId: 'r', question: 'Hvad?', isNamed: false }
  const hidden = fold([
    opened,
    { kind: 'ideaWritten', roundId: 'r', ideaId: 'a', text: 'Min', participantId: 'p1' },
    { kind: 'ideaWritten', roundId: 'r', ideaId: 'b', text: '…' }
  ]).rounds.get('r')
  assert.deepEqual([...hidden?.ideas.values() ?? []].map(idea => idea.text), ['Min', ''])
  const shown = fold([
    opened,
    { kind: 'ideaWritten', roundId: 'r', ideaId: 'b', text: '…' },
    { kind: 'ideasRevealed', roundId: 'r', ideas: [{ ideaId: 'b', text: 'Deres' }] },
      { kind: 'ideaSorted', roundId: 'r', ideaId: 'b', heading: 'Tid' }
  ]).rounds.get('r')
  assert.deepEqual([...shown?.ideas.values() ?? []], [{ ideaId: 'b', text: 'Deres', heading: 'Tid' }])
})

test('an idea that was taken back is not counted', () => {
  const round = fold([
    { kind: 'ideasOpened', roundId: 'r', question: 'Hvad?', isNamed: false },
    { kind: 'ideaWritten', roundId: 'r', ideaId: 'b', text: '…' },
    { kind: 'ideaWritten', roundId: 'r', ideaId: 'b', text: '' }
  ]).rounds.get('r')
  assert.equal(round?.ideas.size, 0)
})

test('a vote counts each person once, and its result is the server\'s', () => {
  const vote = fold([
    {
      kind: 'voteOpened', voteId: 'v', question: 'Q',
      options: [{ optionId: 'a', text: 'A' }, { optionId: 'b', text: 'B' }], budget: 2, isNamed: false
    },
    { kind: 'voteCast', voteId: 'v', participantId: 'p1', dots: { a: 1 } }, {
      kind: 'voteCast', voteId: 'v', participantId: 'p1', dots: { b: 2 }
    }, { kind: 'voteCast', voteId: 'v', participantId: 'p2', dots: { '': 0 } },
    { kind: 'voteCast', voteId: 'v', participantId: 'p2', dots: {} },
    { kind: 'voteRevealed', voteId: 'v', tallies: { a: 0, b: 2 }, voters: 1 },
  ]).votes.get('v')
  assert.equal(vote?.ballots.size, 1)
  assert.deepEqual(vote?.result, { voteId: 'v', tallies: { a: 0, b: 2 }, voters: 1 })
})

test('one is in one group at most', () => {
  const areas = fold([{ kind: 'groupsFormed', byChoice: true, groups: [
    { groupId: 'a', name: 'A', members: ['p'] },
    { groupId: 'b', name: 'B', members: [] }
  ] }, { kind: 'groupJoined', groupId: 'b', participantId: 'p' }, { kind: 'facilitatorCalled', groupId: 'b' }])
  assert.deepEqual(areas.groups.map(one => one.members), [[], ['p']])
  assert.deepEqual(areas.calling, ['b'])
})

test('the next phase finds nobody ready, and an ended session nobody called', () => {
  const areas = fold([
    { kind: 'readySaid', participantId: 'p', ready: true },
    { kind: 'calledTogether', mode: 'summon' },
    { kind: 'phaseEntered', index: 1, from: 0 },
    { kind: 'sessionEnded' }
  ])
  assert.equal(areas.ready.size, 0)
  assert.equal(areas.call, null)
})

test('a parked item keeps being settled when its words change', () => {
  const [item] = fold([
    { kind: 'itemParked', itemId: 'i', text: 'T' },
    { kind: 'itemSettled', itemId: 'i', settled: true },
    { kind: 'itemParked', itemId: 'i', text: 'Ny' }
  ]).parked
  assert.deepEqual(item, { itemId: 'i', text: 'Ny', settled: true })
})

test('mixed groups are as even as they can be, in people and in units', () => {
  const people = ['a', 'a', 'a', 'a', 'b', 'b', 'b', 'c'].map((unitId, index) => ({ id: `p${index}`, unitId }))
  for (const count of [1, 2, 3, 8, 12]) {
    const groups = mixedGroups(people, count, number => `Gruppe ${number}`)
    assert.equal(groups.length, count)
    assert.deepEqual(groups.flatMap(one => one.members).sort(), people.map(one => one.id).sort())
    for (const unit of ['a', 'b', 'c', '']) {
      const sizes = groups.map(group =>
        group.members.filter(id => unit === '' || people.find(one => one.id === id)?.unitId === unit).length)
      assert.ok(Math.max(...sizes) - Math.min(...sizes) <= 1, `${count} groups, unit ${unit}: ${sizes}`)
    }
  }
})

test('a session is behind by what the phases before took too long, and by what this one is over', () => {
  const phases = [{ minutes: 10 }, { minutes: 20 }]
  const at = (minutes: number) => minutes * 60_000
  assert.equal(minutesBehind(phases, 0, null, null, at(5)), null)
  assert.equal(minutesBehind(phases, 0, at(0), at(0), at(9)), 0)
  assert.equal(minutesBehind(phases, 0, at(0), at(0), at(14)), 4)
  assert.equal(minutesBehind(phases, 1, at(0), at(13), at(20)), 3)
  assert.equal(minutesBehind(phases, 1, at(0), at(6), at(20)), -4)
})
