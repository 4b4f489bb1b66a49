import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isForWhatWasSent, obstacleOfAnswer, obstacleOfClose } from '../src/model/obstacle'
import { Backoff } from '../src/net/backoff'
import { ServerReach, type Ask } from '../src/net/serverReach'
import { settle } from './fakeSocket'

const ours = () => new Response('{"works":true}', { headers: { 'Content-Type': 'application/json' } })
const answers = (make: () => Response): Ask => () => Promise.resolve(make())

async function found(ask: Ask): Promise<ServerReach> {
  const reach = new ServerReach(ask)
  reach.failed('refused')
  await settle()
  return reach
}

test('what answers in the place of the server is told apart', async () => {
  assert.equal((await found(answers(() => new Response('', { status: 502 })))).obstacle, 'gateway')
  assert.equal((await found(answers(() => new Response('', { status: 504 })))).obstacle, 'gateway')
  assert.equal((await found(answers(() => new Response('<html>', { status: 200 })))).obstacle, 'portal')
  assert.equal((await found(answers(() => new Response('', { status: 511 })))).obstacle, 'portal')
  assert.equal((await found(() => Promise.reject(new TypeError('Failed to fetch')))).obstacle, 'unreachable')
  assert.equal((await found(answers(ours))).obstacle, null)
  assert.equal(obstacleOfAnswer(0, false), 'portal', 'a redirect that is not followed')
})

test('a server that asks for time is not asked before that, nor for ever', async () => {
  let now = 0
  const wait = async (seconds: string) => {
    const reach =
      new ServerReach(answers(() => new Response('', { status: 503, headers: { 'Retry-After': seconds } })), () => now)
    reach.failed('refused')
    await settle()
    return reach
  }
  const reach = await wait('7')
  assert.equal(reach.obstacle, 'busy')
  assert.equal(reach.retryInMs, 7_000)
  now = 7_000
  assert.equal(reach.retryInMs, 0)
  assert.equal((await wait('86400')).retryInMs, 60_000)
  assert.equal((await wait('Wed, 21 Oct 2026 07:28:00 GMT')).retryInMs, 0)
})

test(
  'upgrades that are turned away again and again beside a server that answers are blocked; one of them is not',
  async () => {
    const reach = new ServerReach(answers(ours))
    for (const wanted of [null, null, 'blocked']) {
      reach.failed('refused')
      await settle()
      assert.equal(reach.obstacle, wanted)
    }
    reach.heard()
    assert.equal(reach.obstacle, null)
    reach.failed('refused')
    await settle()
    assert.equal(reach.obstacle, null)
  }
)

test(
  'a connection that opens and then says nothing is silence, however often; one that is not answered is turned away',
  async () => {
    const reach = new ServerReach(answers(ours))
    for (let time = 0; time < 4; time++) {
      reach.failed('mute')
      await settle()
      assert.equal(reach.obstacle, 'silent')
    }
    reach.failed('spoke')
    await settle()
    assert.equal(reach.obstacle, 'silent', 'another connection that works does not make this one speak')
    reach.failed('unanswered')
    await settle()
    reach.failed('unanswered')
    await settle()
    assert.equal(reach.obstacle, 'blocked')
    reach.heard()
    assert.equal(reach.obstacle, null)
  }
)

test('a server that says something and then closes lets upgrades through', async () => {
  const reach = new ServerReach(answers(ours))
  for (let time = 0; time < 10; time++) {
    reach.failed('spoke')
    await settle(1)
  }
  assert.equal(reach.obstacle, null)
})

test('each close code the server uses is told as what it is', () => {
  assert.deepEqual([1001, 1007, 1009, 1011, 1012, 1013, 4429].map(obstacleOfClose),
    ['restart', 'malformed', 'tooLarge', 'internal', 'restart', 'overloaded', 'tooMany'])
  assert.equal(obstacleOfClose(1006), null)
})

test('waits grow until something is taken, and are long after a close for what was sent', () => {
  const backoff = new Backoff(300, 8_000, () => 1)
  assert.deepEqual([1, 2, 3, 4, 5, 6, 7].map(() => backoff.next()), [300, 600, 1_200, 2_400, 4_800, 8_000, 8_000])
  backoff.useful()
  assert.equal(backoff.next(), 300)
  for (const code of [1007, 1009, 4429]) assert.ok(isForWhatWasSent(code))
  assert.deepEqual([1009, 1009, 1009, 1009, 1009, 1009].map(code => {
    backoff.useful()
    return backoff.next(code)
  }), [4_000, 8_000, 16_000, 32_000, 60_000, 60_000], 'an answer on the way to the same close changes nothing')
  assert.equal(backoff.next(1009, 40_000), 4_000, 'but one that lasted does')
})
