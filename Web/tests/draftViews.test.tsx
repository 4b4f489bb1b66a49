import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { DraftTrialAction, GoalPlanDraft } from '../src/model/goalPlanDraft'
import { DraftContext } from '../src/views/draft/DraftContext'
import { DraftOthers } from '../src/views/draft/DraftOthers'
import { TrialActions } from '../src/views/draft/TrialActions'
import { Rendered, wordsOf } from './rendering'

const action = (more: Partial<DraftTrialAction>): DraftTrialAction =>
  ({ id: 'p', title: 'Morgenmakker', goalIds: [], goalLabels: [], modelIds: [], isOwn: false, partners: [], ...more })

const actions = (list: DraftTrialAction[], required = false) =>
  Rendered.of(<TrialActions title="Prøvehandlinger" actions={list} required={required} />)

test('a trial action tells when, how large and with whom, and then what is known of it', async () => {
  const view = await actions([action({
    start: '2027-01-05', end: '2027-03-01', scale: 'to klasser', partners: [{ name: 'Børnehuset' } as never],
    question: 'Virker det?', decision: { da: 'fortsætter', en: 'goes on' },
  })])
  assert.match(view.words, /Morgenmakker .*2027 · to klasser · .*Børnehuset/)
  assert.equal(view.all(one => one.type === 'p').length, 3)
  assert.ok(view.words.includes('Virker det?') && view.words.includes('fortsætter'))
})

test('an action of the unit alone says so, and one with partners never does', async () => {
  const own = (await actions([action({ isOwn: true })])).words
  const joint = (await actions([action({ isOwn: true, partners: [{ name: 'Klubben' } as never] })])).words
  const neither = (await actions([action({})])).words
  assert.notEqual(own, neither)
  assert.ok(joint.includes('Klubben') && !joint.includes(own.replace('PrøvehandlingerMorgenmakker ', '')))
})

test('an action that is told under another goal points there and says nothing twice', async () => {
  const view = await actions([action({ toldUnder: 'Mål 2', question: 'Virker det?' })])
  assert.ok(view.words.includes('Mål 2'))
  assert.ok(!view.words.includes('Virker det?'))
})

test('no actions are nothing to show, but where there ought to be one', async () => {
  assert.ok((await actions([])).isEmpty)
  assert.equal((await actions([], true)).all(one => one.props['className'] === 'lacking-mark').length, 1)
})

test('what the plan\'s own lines do not tell is told by agreement, hidden fields too, with what the draft was made '
  + 'from', async () => {
  const label = (da: string) => ({ da, en: da })
  const draft = {
    collaborations: [
      { modelId: 'm-1', title: 'Fremmøde', other: [
        { fieldId: 'a', label: label('Ramme'), isHiddenAtLevel: true, text: label('Fredage'), rows: [] },
        { fieldId: 'b', label: label('Møder'), isHiddenAtLevel: false, rows: [[
          { columnId: 'x', label: label('Hvad'), text: label('Status') },
          { columnId: 'y', label: label('Hvor'), text: label('Salen') },
        ]] },
      ] },
      { modelId: 'm-2', title: 'Uden andet', other: [] },
    ],
    origins:
      [{ modelId: 'm-1', title: 'Fremmøde', level: 'knowledge' }, { modelId: 'm-3', title: '', level: 'coCreation' }],
  } as unknown as GoalPlanDraft
  const view = await Rendered.of(<DraftOthers />, one =>
    <DraftContext.Provider value={{ draft, onlyGaps: false }}>{one}</DraftContext.Provider>)
  assert.deepEqual(view.tags('summary').map(wordsOf), ['Fremmøde'])
  const [hidden, shown] = view.tags('dt').map(wordsOf)
  assert.match(hidden ?? '', /^Ramme \(.+\)$/)
  assert.equal(shown, 'Møder')
  assert.ok(view.words.includes('Hvad: Status; Hvor: Salen') && view.words.includes('m-3 ('))
})
