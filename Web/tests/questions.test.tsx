import assert from 'node:assert/strict'
import { test } from 'node:test'
import { initialSessionState } from '../src/model/sessionState'
import type { IdeaRound, Vote } from '../src/model/areaState'
import { Questions } from '../src/views/session/Questions'
import { inSession, Rendered, sessionOf, wordsOf } from './rendering'

const round = (roundId: string, revealed: boolean) =>
  ({ roundId, question: `runde ${roundId}`, isNamed: false, revealed, ideas: new Map() }) as unknown as IdeaRound
const vote = (voteId: string, isShown: boolean) => ({
  voteId, question: `valg ${voteId}`, options: [], budget: 3, isNamed: false, ballots: new Map(),
  result: isShown ? { voteId, tallies: {}, voters: 0 } : null,
}) as unknown as Vote

async function shown(more: {
  rounds?: IdeaRound[], votes?: Vote[], last?: { kind: 'round' | 'vote', id: string, at: number }, enteredAt?: number
}) {
  const areas = {
    ...initialSessionState.areas, shown: more.last ?? null,
    rounds: new Map(more.rounds?.map(one => [one.roundId, one])),
    votes: new Map(more.votes?.map(one => [one.voteId, one])),
  }
  const state = { ...initialSessionState, phaseEnteredAt: more.enteredAt ?? null, areas }
  const view = await Rendered.of(<Questions />, inSession(sessionOf({ view: { state, present: new Set() } })))
  const headings = view.tags('h2').map(wordsOf)
  const folded = view.withTestId('questions-older').flatMap(one => one.findAllByType('h2')).map(wordsOf)
  return { now: headings.filter(one => !folded.includes(one)), folded, view }
}

test('what everybody is asked now stands first, the newest on top', async () => {
  const { now, folded } = await shown({ rounds: [round('1', false), round('2', false)], votes: [vote('3', false)] })
  assert.deepEqual([now, folded], [['runde 2', 'runde 1', 'valg 3'], []])
})

test('what was shown before folds away, but for the last of this phase', async () => {
  const { now, folded } = await shown({
    rounds: [round('1', true), round('2', true)], votes: [vote('3', true)],
    last: { kind: 'round', id: '2', at: 20 }, enteredAt: 10,
  })
  assert.deepEqual([now, folded], [['runde 2'], ['runde 1', 'valg 3']])
})

test('in the next phase what was shown last folds away too, and is counted', async () => {
  const { now, folded, view } = await shown({
    votes: [vote('3', true), vote('4', true)], last: { kind: 'vote', id: '3', at: 20 }, enteredAt: 30,
  })
  assert.deepEqual([now, folded], [[], ['valg 4', 'valg 3']])
  assert.match(wordsOf(view.tags('summary')[0] ?? view.one('questions-older')), /2/)
})

test('nothing is folded where nothing was asked', async () => {
  assert.ok((await shown({})).view.isEmpty)
})
